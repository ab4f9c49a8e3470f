import { arena } from './arena';
import type { Turnout } from './attendance';
import type { Hall } from './hall';
import { stadium } from './stadium';
import { theatre } from './theatre';

type Text = { es: string; en: string };

export type Performance = Turnout & {
  slug: string;
  name: string;
  description: Text;
  /** Days after the demo's first Friday. */
  day: number;
  /** Local time of the venue. */
  time: string;
  /** Days before the performance on which the sale opens. */
  saleOpensDaysBefore: number;
};

export type Organizer = {
  slug: string;
  name: string;
  tagline: Text;
  currency: string;
  timeZone: string;
  accent: string | null;
  venue: { name: string; address: string; city: string };
  hall: () => Hall;
  performances: Performance[];
};

const acomodadora = {
  name: 'Las noches de la acomodadora',
  description: {
    es: 'Amparo lleva cuarenta años acompañando a la gente hasta su butaca y nunca ha visto una función entera. La noche en que el teatro cierra, se sienta por fin en la fila 7 y el patio vacío empieza a contarle lo que se perdió. Una comedia con nudo en la garganta, para cinco intérpretes y una linterna. 1 h 40 min, sin descanso.',
    en: 'For forty years Amparo has shown people to their seats without once watching a play to the end. On the theatre’s last night she finally sits down in row 7, and the empty house begins to tell her what she missed. A comedy with a lump in its throat, for five actors and a torch. In Spanish, 1 h 40 min, no interval.',
  },
};

const faroles = {
  name: 'Los Faroles: Marea Alta',
  description: {
    es: 'Después de tres años sin pisar un escenario, Los Faroles vuelven con Marea Alta: dos horas de guitarras, metales y coros que se cantan a gritos, con una pasarela que entra hasta la mitad de la pista. Puertas a las 19:00; la banda abre a las 21:00 en punto.',
    en: 'Three years after they last set foot on a stage, Los Faroles return with Marea Alta: two hours of guitars, brass and choruses made for shouting, and a runway that reaches halfway down the floor. Doors at 7 pm; the band starts at 9 sharp.',
  },
};

const clasico = {
  name: 'Austral – Atlético del Puerto: el clásico',
  description: {
    es: 'Noventa minutos que la ciudad espera todo el año. Las puertas abren tres horas antes y hay tren hasta la estación Estadio; detrás de los arcos, Norte y Sur se llenan primero, de pie y cantando. En las gradas cada butaca tiene su dueño: entra por la puerta que dice tu entrada.',
    en: 'Ninety minutes that the city waits for all year. Gates open three hours before, with trains to Estadio station; behind the goals, Norte and Sur fill first, standing and singing. In the stands every seat has its owner: come in by the gate on your ticket.',
  },
};

/** Two organizers that have nothing in common but the product: the demo by itself. */
export const organizers: Organizer[] = [
  {
    slug: 'teatro-aurora',
    name: 'Teatro Aurora',
    tagline: {
      es: 'Un teatro de barrio con la puerta siempre entornada',
      en: 'A neighbourhood theatre that leaves its door ajar',
    },
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    accent: null,
    venue: { name: 'Sala grande', address: 'Calle de la Aurora, 14', city: 'Madrid' },
    hall: theatre,
    performances: [
      {
        ...acomodadora,
        slug: 'noches-acomodadora-viernes',
        day: 0,
        time: '20:00',
        saleOpensDaysBefore: 75,
        soldShare: 0.52,
        standingSoldShare: 0.3,
        cartsOpen: 6,
      },
      {
        ...acomodadora,
        slug: 'noches-acomodadora-sabado',
        day: 1,
        time: '19:00',
        saleOpensDaysBefore: 75,
        soldShare: 0.96,
        standingSoldShare: 1,
        cartsOpen: 3,
      },
      {
        ...acomodadora,
        slug: 'noches-acomodadora-despedida',
        day: 22,
        time: '20:00',
        saleOpensDaysBefore: 24,
        // Subscribers choose before the sale opens.
        soldShare: 0.08,
        standingSoldShare: 0,
        cartsOpen: 0,
      },
    ],
  },
  {
    slug: 'arena-pacifico',
    name: 'Arena Pacífico',
    tagline: {
      es: 'Veinticinco mil voces bajo un mismo techo',
      en: 'Twenty-five thousand voices under one roof',
    },
    currency: 'MXN',
    timeZone: 'America/Mexico_City',
    accent: '#0b5c6b',
    venue: { name: 'Arena Pacífico', address: 'Av. de las Mareas 1200', city: 'Guadalajara' },
    hall: arena,
    performances: [
      {
        ...faroles,
        slug: 'los-faroles-marea-alta',
        day: 8,
        time: '21:00',
        saleOpensDaysBefore: 80,
        soldShare: 0.365,
        standingSoldShare: 0.42,
        cartsOpen: 40,
      },
    ],
  },
];

/** A third, for those who ask for it: its house is as large as they come. */
export const stadiumOrganizer: Organizer = {
  slug: 'estadio-austral',
  name: 'Estadio Austral',
  tagline: {
    es: 'Cien mil butacas, y la tuya con tu nombre',
    en: 'A hundred thousand seats, and one with your name on it',
  },
  currency: 'CLP',
  timeZone: 'America/Santiago',
  accent: '#1f5a3a',
  venue: { name: 'Estadio Austral', address: 'Av. del Estrecho 900', city: 'Santiago' },
  hall: stadium,
  performances: [
    {
      ...clasico,
      slug: 'austral-atletico-clasico',
      day: 15,
      time: '19:30',
      saleOpensDaysBefore: 48,
      soldShare: 0.52,
      standingSoldShare: 0.6,
      cartsOpen: 120,
    },
  ],
};
