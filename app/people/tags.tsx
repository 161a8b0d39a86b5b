/** Words beside one another: skills, languages, what to ask about. */
export function Tags({ values }: { values: string[] }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {values.map((value) => (
        <li
          key={value}
          dir="auto"
          className="max-w-full rounded-full bg-sunk px-2.5 py-0.5 text-meta font-medium break-words text-soft"
        >
          {value}
        </li>
      ))}
    </ul>
  );
}
