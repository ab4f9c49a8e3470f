import { Column, Heading, Hr, Img, Row, Section, Text } from 'react-email';
import { MailLetter } from './letter';
import { mailStyle as style } from './mail-style';
import type { Wording } from './wording';

/** The `cid` under which a ticket's QR code travels. */
export const qrCid = (code: string) => `${code.toLowerCase()}@tickets`;

/** The confirmation as a mail: what was bought, the way to the order, a QR code for each ticket. */
export function ConfirmationMail({ wording }: { wording: Wording }) {
  return (
    <MailLetter wording={wording} closing={[wording.keep, wording.footer]}>
      <Purchase wording={wording} />
      <Tickets wording={wording} />
    </MailLetter>
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
