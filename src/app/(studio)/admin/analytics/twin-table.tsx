export type TableData = { head: readonly string[]; rows: readonly (readonly string[])[] };

/** The numbers of a chart. The first column names its row. */
export function TwinTable({ caption, table }: { caption: string; table: TableData }) {
  const [first, ...others] = table.head;
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead className="sticky top-0 bg-card">
        <tr className="border-b">
          <th scope="col" className="py-2 pr-4 text-left font-medium whitespace-nowrap">
            {first}
          </th>
          {others.map((label) => (
            <th
              key={label}
              scope="col"
              className="px-2 py-2 text-right font-medium whitespace-nowrap"
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([name, ...cells]) => (
          <tr key={name} className="border-b last:border-0">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal whitespace-nowrap">
              {name}
            </th>
            {cells.map((cell, index) => (
              <td
                key={others[index]}
                className="px-2 py-1.5 text-right whitespace-nowrap text-muted-foreground"
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
