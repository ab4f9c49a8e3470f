import { DomainError } from '@/lib/errors';
import { route } from '@/lib/http/route';

const nothingHere = route('/sales/*', async () => {
  throw new DomainError('not_found');
});

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
