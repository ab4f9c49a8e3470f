import type { ReactNode } from 'react';
import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Text,
} from 'react-email';
import type { Locale } from '@/lib/i18n/routing';
import { mailStyle as style } from './mail-style';

/** What every mail says, in its reader's words. */
type Letter = {
  locale: Locale;
  organizer: string;
  /** Address of the organizer's picture, where there is one. */
  logo?: string | null;
  subject: string;
  preview: string;
  title: string;
  greeting?: string;
  lead: string;
  /** The button, and the address behind it, which is also written out. */
  open: string;
  url: string;
  urlHint: string;
};

type Props = {
  wording: Letter;
  /** Last lines, in small print. */
  closing: string[];
  /** What stands between the button and the small print. */
  children?: ReactNode;
};

/** The sheet that every mail is written on: the organizer's head, one button, the small print. */
export function MailLetter({ wording, closing, children }: Props) {
  return (
    <Html lang={wording.locale}>
      <Head>
        <title>{wording.subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{wording.preview}</Preview>
      {/* The library calls a body English unless it is told. */}
      <Body lang={wording.locale} style={style.body}>
        <Container style={style.container}>
          {wording.logo && <Img src={wording.logo} alt="" height={48} style={style.logo} />}
          <Text style={style.organizer}>{wording.organizer}</Text>
          <Heading as="h1" style={style.title}>
            {wording.title}
          </Heading>
          {wording.greeting && <Text style={style.text}>{wording.greeting}</Text>}
          <Text style={style.lead}>{wording.lead}</Text>
          <Button href={wording.url} style={style.button}>
            {wording.open}
          </Button>
          {children}
          <Hr style={style.rule} />
          <Text style={style.footer}>
            {wording.urlHint}{' '}
            <Link href={wording.url} style={style.link}>
              {wording.url}
            </Link>
          </Text>
          {closing.map((line) => (
            <Text key={line} style={style.footer}>
              {line}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>
  );
}
