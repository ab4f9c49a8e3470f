import {
  Body,
  Button,
  Column,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Row,
  Section,
  Text,
} from 'react-email';
import { mailStyle as style } from './mail-style';
import type { Wording } from './wording';

/** The `cid` under which a ticket's QR code travels. */
export const qrCid = (code: string) => `${code.toLowerCase()}@tickets`;

/** The confirmation as a mail: what was bought, the way to the order, a QR code for each ticket. */
export function ConfirmationMail({ wording }: { wording: Wording }) {
  return (
    <Html lang={wording.locale}>
      <Head>
        <title>{wording.subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{wording.preview}</Preview>
      <Body style={style.body}>
        <Container style={style.container}>
          {wording.logo && <Img src={wording.logo} alt="" height={48} style={style.logo} />}
          <Text style={style.organizer}>{wording.organizer}</Text>
          <Heading as="h1" style={style.title}>
            {wording.title}
          </Heading>
          <Text style={style.text}>{wording.greeting}</Text>
          <Text style={style.lead}>{wording.lead}</Text>
          <Button href={wording.url} style={style.button}>
            {wording.open}
          </Button>
          <Purchase wording={wording} />
          <Tickets wording={wording} />
          <Hr style={style.rule} />
          <Text style={style.footer}>
            {wording.urlHint}{' '}
            <Link href={wording.url} style={style.link}>
              {wording.url}
            </Link>
          </Text>
          <Text style={style.footer}>{wording.keep}</Text>
          <Text style={style.footer}>{wording.footer}</Text>
        </Container>
      </Body>
    </Html>
  );
}

function Purchase({ wording }: { wording: Wording }) {
  return (
    <Section style={style.card}>
      <Text style={style.quiet}>{wording.number}</Text>
      {wording.events.map((event) => (
        <Section key={event.id}>
          <Heading as="h2" style={style.event}>
            {event.name}
          </Heading>
          <Text style={style.quiet}>{event.when}</Text>
          <Text style={style.quiet}>{event.where}</Text>
          {event.items.map((item) => (
            <Row key={item.id}>
              <Column style={style.item}>
                {item.place}
                {item.units && <Text style={style.quiet}>{item.units}</Text>}
              </Column>
              <Column style={style.price}>{item.price}</Column>
            </Row>
          ))}
        </Section>
      ))}
      <Hr style={style.rule} />
      <Row>
        <Column style={style.total}>{wording.total.label}</Column>
        <Column style={style.totalAmount}>{wording.total.amount}</Column>
      </Row>
    </Section>
  );
}

function Tickets({ wording }: { wording: Wording }) {
  return (
    <Section>
      <Heading as="h2" style={style.section}>
        {wording.ticketsTitle}
      </Heading>
      {wording.tickets.map((ticket) => (
        <Section key={ticket.code} style={style.ticket}>
          <Row>
            <Column width={148} style={{ width: '148px' }}>
              <Img
                src={`cid:${qrCid(ticket.code)}`}
                alt={ticket.alt}
                width={132}
                height={132}
                style={style.qr}
              />
            </Column>
            <Column>
              {ticket.event && <Text style={style.total}>{ticket.event}</Text>}
              <Text style={style.text}>{ticket.place}</Text>
              <Text style={style.code}>{ticket.code}</Text>
            </Column>
          </Row>
        </Section>
      ))}
    </Section>
  );
}
