import { Text } from 'react-email';
import type { InvitationWording } from './invitation-wording';
import { MailLetter } from './letter';
import { mailStyle as style } from './mail-style';

/** An invitation to a team as a mail: who asks, whose house, which role, and one button. */
export function InvitationMail({ wording }: { wording: InvitationWording }) {
  return (
    <MailLetter wording={wording} closing={[wording.unexpected, wording.footer]}>
      <Text style={style.footer}>{wording.until}</Text>
    </MailLetter>
  );
}
