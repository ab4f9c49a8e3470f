export type DemoAccount = {
  email: string;
  name: string;
  password: string;
  /** Slug of the organizer; null for a buyer. */
  tenant: string | null;
  role: 'owner' | 'manager' | 'box_office' | 'scanner' | 'buyer';
};

const password = 'butaca-demo';

/** Known to everyone: they exist only where the demo is on. */
export const demoAccounts: DemoAccount[] = [
  {
    email: 'direccion@teatro-aurora.example.org',
    name: 'Beatriz Lozano',
    password,
    tenant: 'teatro-aurora',
    role: 'owner',
  },
  {
    email: 'gerencia@teatro-aurora.example.org',
    name: 'Íñigo Salvatierra',
    password,
    tenant: 'teatro-aurora',
    role: 'manager',
  },
  {
    email: 'taquilla@teatro-aurora.example.org',
    name: 'Rosa Quintero',
    password,
    tenant: 'teatro-aurora',
    role: 'box_office',
  },
  {
    email: 'puerta@teatro-aurora.example.org',
    name: 'Samuel Prieto',
    password,
    tenant: 'teatro-aurora',
    role: 'scanner',
  },
  {
    email: 'direccion@arena-pacifico.example.org',
    name: 'Mariana Solórzano',
    password,
    tenant: 'arena-pacifico',
    role: 'owner',
  },
  {
    email: 'clara@example.org',
    name: 'Clara Benavides',
    password,
    tenant: null,
    role: 'buyer',
  },
];

/** Exists where the stadium does. */
export const stadiumAccount: DemoAccount = {
  email: 'direccion@estadio-austral.example.org',
  name: 'Gonzalo Errázuriz',
  password,
  tenant: 'estadio-austral',
  role: 'owner',
};

/** Whose account has tickets already. */
export const demoBuyer = 'clara@example.org';
