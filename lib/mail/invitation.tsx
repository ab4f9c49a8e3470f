import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Text } from 'react-email';
import type { InvitationWording } from './invitation-wording';
import { mailStyle as style } from './mail-style';

/** An invitation to a team as a mail: who asks, whose house, which role, and one button. */
export function InvitationMail({ wording }: { wording: InvitationWording }) {
  return (
    <Html lang={wording.locale}>
      <Head>
        <title>{wording.subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{wording.preview}</Preview>
      <Body lang={wording.locale} style={style.body}>
        <Container style={style.container}>
          <Text style={style.organizer}>{wording.organizer}</Text>
          <Heading as="h1" style={style.title}>
            {wording.title}
          </Heading>
          <Text style={style.lead}>{wording.lead}</Text>
          <Button href={wording.url} style={style.button}>
            {wording.open}
          </Button>
          <Text style={style.footer}>{wording.until}</Text>
          <Hr style={style.rule} />
          <Text style={style.footer}>
            {wording.urlHint}{' '}
            <Link href={wording.url} style={style.link}>
              {wording.url}
            </Link>
          </Text>
          <Text style={style.footer}>{wording.unexpected}</Text>
          <Text style={style.footer}>{wording.footer}</Text>
        </Container>
      </Body>
    </Html>
  );
}
