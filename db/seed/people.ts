import { pick } from './random';

const firstNames = [
  'Lucía',
  'Martín',
  'Sofía',
  'Hugo',
  'Valeria',
  'Mateo',
  'Jimena',
  'Diego',
  'Carmen',
  'Andrés',
  'Inés',
  'Rodrigo',
  'Paula',
  'Emiliano',
  'Elena',
  'Tomás',
  'Regina',
  'Álvaro',
  'Ximena',
  'Nicolás',
  'Marta',
  'Joaquín',
  'Renata',
  'Pablo',
  'Alba',
  'Santiago',
  'Irene',
  'Gael',
  'Nuria',
  'Bruno',
];
const lastNames = [
  'García',
  'Hernández',
  'Muñoz',
  'Ramírez',
  'Castillo',
  'Vargas',
  'Ortega',
  'Navarro',
  'Rivas',
  'Peña',
  'Salgado',
  'Iglesias',
  'Cordero',
  'Luna',
  'Aguirre',
  'Méndez',
  'Serrano',
  'Ibarra',
  'Domínguez',
  'Fuentes',
  'Zamora',
  'Cabrera',
  'Robles',
  'Tejada',
  'Valdés',
  'Montes',
];

export type Person = { name: string; email: string };

/** A plausible buyer, with an address that reaches nobody (RFC 2606). */
export function person(random: () => number): Person {
  const first = pick(random, firstNames);
  const last = `${pick(random, lastNames)} ${pick(random, lastNames)}`;
  const plain = `${first}.${last.split(' ')[0]}`.normalize('NFD').replace(/\p{M}/gu, '');
  return {
    name: `${first} ${last}`,
    email: `${plain.toLowerCase()}${Math.floor(random() * 90 + 10)}@example.org`,
  };
}
