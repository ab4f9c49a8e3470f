import type { CSSProperties } from 'react';

/** The foyer with the lights up, inline: mail programs read neither variables nor style sheets. */
const paper = '#f9f4ea';
const raised = '#fffdf8';
const ink = '#261a20';
const muted = '#66555b';
const line = '#dccfba';
const accent = '#7c1a33';
const accentInk = '#fff6ec';

const display = "Fraunces, 'Iowan Old Style', Georgia, serif";
const sans = "'Hanken Grotesk', -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif";

const text: CSSProperties = { margin: 0, color: ink, fontSize: '16px', lineHeight: '24px' };
const quiet: CSSProperties = { ...text, color: muted, fontSize: '14px', lineHeight: '20px' };

export const mailStyle = {
  body: { margin: 0, backgroundColor: paper, fontFamily: sans },
  container: { maxWidth: '560px', margin: '0 auto', padding: '32px 16px' },
  logo: { display: 'block', height: '48px', width: 'auto', margin: '0 0 12px' },
  organizer: { ...quiet, color: accent, fontWeight: 600, letterSpacing: '0.04em' },
  title: {
    margin: '8px 0 24px',
    color: ink,
    fontFamily: display,
    fontSize: '32px',
    fontWeight: 600,
    lineHeight: '38px',
  },
  text,
  lead: { ...text, margin: '4px 0 24px' },
  button: {
    backgroundColor: accent,
    color: accentInk,
    borderRadius: '10px',
    padding: '14px 24px',
    fontSize: '16px',
    fontWeight: 600,
    lineHeight: '20px',
  },
  card: {
    margin: '32px 0 0',
    backgroundColor: raised,
    border: `1px solid ${line}`,
    borderRadius: '16px',
    padding: '20px',
  },
  event: { margin: '4px 0', color: ink, fontFamily: display, fontSize: '22px', lineHeight: '28px' },
  quiet,
  item: { ...text, padding: '12px 0 0', verticalAlign: 'top' },
  price: {
    ...text,
    padding: '12px 0 0 16px',
    textAlign: 'right',
    verticalAlign: 'top',
    whiteSpace: 'nowrap',
  },
  rule: { borderColor: line, margin: '20px 0 8px' },
  total: { ...text, fontWeight: 600 },
  totalAmount: { ...text, fontFamily: display, fontSize: '20px', textAlign: 'right' },
  section: { margin: '32px 0 12px', color: ink, fontFamily: display, fontSize: '22px' },
  ticket: {
    margin: '0 0 12px',
    backgroundColor: raised,
    border: `1px solid ${line}`,
    borderRadius: '16px',
    padding: '16px',
  },
  qr: { display: 'block', width: '132px', height: '132px', backgroundColor: '#ffffff' },
  code: {
    ...quiet,
    fontFamily: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
    wordBreak: 'break-all',
  },
  link: { color: accent, wordBreak: 'break-all' },
  footer: { ...quiet, margin: '16px 0 0' },
} satisfies Record<string, CSSProperties>;
