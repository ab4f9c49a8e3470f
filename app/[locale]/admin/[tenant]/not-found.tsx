/** Nothing of the reader's own house is there: said in its frame. */
export { Nowhere as default } from '@/components/admin/nowhere';
