import { checkoutInputSchema } from '@/lib/orders/schema';

export type BuyerField = 'name' | 'email';
export type FormProblem = 'nameMissing' | 'nameLong' | 'emailWrong';
export type Buyer = { name: string; email: string };

const buyerSchema = checkoutInputSchema.pick({ name: true, email: true });

/** What is to be put right in the form, by field, in the order of the form. */
export function formProblems(buyer: Buyer): [BuyerField, FormProblem][] {
  const parsed = buyerSchema.safeParse(buyer);
  if (parsed.success) return [];
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  const problems: [BuyerField, FormProblem][] = [];
  if (wrong.has('name')) {
    problems.push(['name', buyer.name.trim() === '' ? 'nameMissing' : 'nameLong']);
  }
  if (wrong.has('email')) problems.push(['email', 'emailWrong']);
  return problems;
}
