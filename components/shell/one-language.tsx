/** Where a house offers one language only, there is no other to change to while it is shown. */
export function OneLanguage({ languages }: { languages: readonly string[] }) {
  if (languages.length > 1) return null;
  return <style>{'[data-slot=other-language]{display:none}'}</style>;
}
