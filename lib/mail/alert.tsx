import { Column, Row, Section, Text } from 'react-email';
import type { AlertWording } from './alert-wording';
import { MailLetter } from './letter';
import { mailStyle as style } from './mail-style';

/** An alert as a mail: what happened, the figures, and the way to where something can be done. */
export function AlertMail({ wording }: { wording: AlertWording }) {
  return (
    <MailLetter wording={wording} closing={[wording.footer]}>
      <Section style={style.card}>
        {wording.figures.map(({ label, value }) => (
          <Row key={label}>
            <Column style={style.item}>{label}</Column>
            <Column style={{ ...style.price, whiteSpace: 'normal' }}>{value}</Column>
          </Row>
        ))}
      </Section>
      {wording.many && <Text style={style.footer}>{wording.many}</Text>}
    </MailLetter>
  );
}
