import { useState } from 'preact/hooks';

export interface TimeFieldProps {
  label: string;
  /** As `09:00`. */
  value: string;
  write: (time: string) => void;
}

/** A time of day. It is stored whenever it is whole; what is left in parts gives way to what it was. */
export function TimeField({ label, value, write }: TimeFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <label>
      {label}
      <input
        type="time"
        required
        value={typed ?? value}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '') write(currentTarget.value);
        }}
        onBlur={() => setTyped(undefined)}
      />
    </label>
  );
}
