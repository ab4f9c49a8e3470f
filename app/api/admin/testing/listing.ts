import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of the organizer's side, by its path from the project's root. */
export type Listed = {
  file: string;
  /** `/team/[id]`: what follows the tenant in its address; of actions, the file again. */
  at: string;
};

const root = path.resolve(import.meta.dirname, '../../../..');

const files = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
    (file) => `${folder}/${file}`,
  );

const under = (folder: string, name: string) =>
  files(folder)
    .filter((file) => path.basename(file) === name)
    .sort();

/** Those files under a folder of the tenants' that bear the name. */
const within = (folder: string, name: string): Listed[] =>
  under(folder, name)
    .filter((file) => file !== `${folder}/${name}`)
    .map((file) => {
      const at = path.dirname(file.slice(folder.length));
      if (!`${at}/`.startsWith('/[tenant]/')) throw new Error(`${file} is of no house`);
      return { file, at: at.slice('/[tenant]'.length) };
    });

/** Every page, endpoint and file of server actions of the staff, as the file system has them now. */
export const adminPages = () => within('app/[locale]/admin', 'page.tsx');
export const adminEndpoints = () => within('app/api/admin', 'route.ts');
export const staffActions = () =>
  under('lib', 'staff-actions.ts').map((file): Listed => ({ file, at: file }));

/** Every file that a browser can call into; what is called an action is none of the staff's. */
export const callable = () =>
  ['app', 'components', 'lib'].flatMap((folder) =>
    files(folder).filter(
      (file) =>
        /\.tsx?$/.test(file) &&
        /^\s*['"]use server['"]/m.test(readFileSync(path.join(root, file), 'utf8')),
    ),
  );

/** The module of a listed file. */
export const load = ({ file }: Listed): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ path.join(root, file));

/** `/team/[id]` with each blank filled in: by its name, or by what all of them get. */
export function filled(at: string, blank: string | ((name: string) => string)): string {
  return at.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_all, name: string) =>
    typeof blank === 'string' ? blank : blank(name),
  );
}
