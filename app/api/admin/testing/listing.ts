import { readdirSync } from 'node:fs';
import path from 'node:path';

/** A file of the organizer's side, by its path from the project's root. */
export type Listed = {
  file: string;
  /** `/team/[id]`: what follows the tenant in its address; of actions, the file again. */
  at: string;
};

const root = path.resolve(import.meta.dirname, '../../../..');
const pagesRoot = 'app/[locale]/admin/[tenant]';
const endpointsRoot = 'app/api/admin';

function under(folder: string, name: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === name)
    .map((file) => `${folder}/${file}`)
    .sort();
}

const within = (folder: string, name: string): Listed[] =>
  under(folder, name).map((file) => {
    const at = path.dirname(file.slice(folder.length + 1));
    return { file, at: at === '.' ? '' : `/${at}` };
  });

/** Every page, endpoint and file of server actions of the staff, as the file system has them now. */
export const adminPages = () => within(pagesRoot, 'page.tsx');
export const adminEndpoints = () =>
  within(endpointsRoot, 'route.ts').map(({ file, at }): Listed => {
    if (!at.startsWith('/[tenant]')) throw new Error(`${file} is of no tenant`);
    return { file, at: at.slice('/[tenant]'.length) };
  });
export const staffActions = () =>
  under('lib', 'staff-actions.ts').map((file): Listed => ({ file, at: file }));

/** The module of a listed file. */
export const load = ({ file }: Listed): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ path.join(root, file));

/** `/team/[id]` with each blank filled in: by its name, or by what all of them get. */
export function filled(at: string, blank: string | ((name: string) => string)): string {
  return at.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_all, name: string) =>
    typeof blank === 'string' ? blank : blank(name),
  );
}
