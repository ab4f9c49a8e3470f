import 'next-auth';
import 'next-auth/jwt';

declare module 'next-auth' {
  interface User {
    sessionId: string;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    /** The session that the token was made for: `user_sessions.id`. */
    sid?: string;
  }
}
