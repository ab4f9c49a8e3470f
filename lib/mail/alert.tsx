import {
  Body,
  Button,
  Column,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Row,
  Section,
  Text,
} from 'react-email';
import type { AlertWording } from './alert-wording';
import { mailStyle as style } from './mail-style';

/** An alert as a mail: what happened, the figures, and the way to where something can be done. */
export function AlertMail({ wording }: { wording: AlertWording }) {
  return (
    <Html lang={wording.locale}>
      <Head>
        <title>{wording.subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{wording.preview}</Preview>
      <Body style={style.body}>
        <Container style={style.container}>
          <Text style={style.organizer}>{wording.organizer}</Text>
          <Heading as="h1" style={style.title}>
            {wording.title}
          </Heading>
          <Text style={style.text}>{wording.greeting}</Text>
          <Text style={style.lead}>{wording.lead}</Text>
          <Button href={wording.url} style={style.button}>
            {wording.open}
          </Button>
          <Section style={style.card}>
            {wording.figures.map(({ label, value }) => (
              <Row key={label}>
                <Column style={style.item}>{label}</Column>
                <Column style={{ ...style.price, whiteSpace: 'normal' }}>{value}</Column>
              </Row>
            ))}
          </Section>
          {wording.many && <Text style={style.footer}>{wording.many}</Text>}
          <Hr style={style.rule} />
          <Text style={style.footer}>
            {wording.urlHint}{' '}
            <Link href={wording.url} style={style.link}>
              {wording.url}
            </Link>
          </Text>
          <Text style={style.footer}>{wording.footer}</Text>
        </Container>
      </Body>
    </Html>
  );
}
