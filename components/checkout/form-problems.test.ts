import { describe, expect, it } from 'vitest';
import { formProblems } from './form-problems';

const good = { name: 'Ana Ruiz', email: 'ana@ejemplo.es' };

describe('the buyer’s form', () => {
  it('has nothing against a name and an address', () => {
    expect(formProblems(good)).toEqual([]);
  });
  it('says what is missing or wrong, in the order of the form', () => {
    expect(formProblems({ name: ' ', email: 'ana@' })).toEqual([
      ['name', 'nameMissing'],
      ['email', 'emailWrong'],
    ]);
    expect(formProblems({ ...good, name: 'a'.repeat(121) })).toEqual([['name', 'nameLong']]);
  });
});
