import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** How one field of type T travels: its number on the wire, and how to write and read a single occurrence. */
export interface Field<T> {
  readonly number: number;
  readonly wireType: WireType;
  /** What an absent field reads as. */
  readonly absent: () => T;
  readonly write: (writer: BinaryWriter, value: T) => void;
  /** `before` is what was read of this field so far: repeated fields and maps grow, others are replaced. */
  readonly read: (reader: BinaryReader, before: T) => T;
}

/** A message as a table: one field for each property of T. The field numbers are the contract. */
export type Message<T> = { readonly [Name in keyof T]-?: Field<T[Name]> };

const scalar = <T>(number: number, wireType: WireType, zero: T, put: (writer: BinaryWriter, value: T) => void, get: (reader: BinaryReader) => T): Field<T> => ({
  number,
  wireType,
  absent: () => zero,
  write: (writer, value) => {
    if (value !== zero) put(writer.tag(number, wireType), value);
  },
  read: (reader) => get(reader),
});

export const string = (number: number): Field<string> =>
  scalar(number, WireType.LengthDelimited, '', (writer, value) => writer.string(value), (reader) => reader.string());

export const bool = (number: number): Field<boolean> =>
  scalar(number, WireType.Varint, false, (writer, value) => writer.bool(value), (reader) => reader.bool());

export const int = (number: number): Field<number> =>
  scalar(number, WireType.Varint, 0, (writer, value) => writer.int32(value), (reader) => reader.int32());

/** A number that is written even where it is zero, and left out where it is undefined. */
export const optionalInt = (number: number): Field<number | undefined> => ({
  number,
  wireType: WireType.Varint,
  absent: () => undefined,
  write: (writer, value) => {
    if (value !== undefined) writer.tag(number, WireType.Varint).int32(value);
  },
  read: (reader) => reader.int32(),
});

export const bytes = (number: number): Field<Uint8Array> => ({
  number,
  wireType: WireType.LengthDelimited,
  absent: () => new Uint8Array(),
  write: (writer, value) => {
    if (value.length > 0) writer.tag(number, WireType.LengthDelimited).bytes(value);
  },
  read: (reader) => reader.bytes(),
});

/** A message inside a message; undefined where it is absent. Given as a function because messages may contain themselves. */
export const message = <T extends object>(number: number, of: () => Message<T>): Field<T | undefined> => ({
  number,
  wireType: WireType.LengthDelimited,
  absent: () => undefined,
  write: (writer, value) => {
    if (value) writer.tag(number, WireType.LengthDelimited).bytes(encodeMessage(of(), value));
  },
  read: (reader) => decodeMessage(of(), reader.bytes()),
});

export const repeated = <T extends object>(number: number, of: () => Message<T>): Field<T[]> => ({
  number,
  wireType: WireType.LengthDelimited,
  absent: () => [],
  write: (writer, values) => {
    for (const value of values) writer.tag(number, WireType.LengthDelimited).bytes(encodeMessage(of(), value));
  },
  read: (reader, before) => [...before, decodeMessage(of(), reader.bytes())],
});

/** A map from text to messages: on the wire, a list of pairs. */
export const mapOf = <T extends object>(number: number, of: () => Message<T>): Field<Record<string, T>> => {
  const pair: Message<{ key: string; value: T | undefined }> = { key: string(1), value: message(2, of) };
  return {
    number,
    wireType: WireType.LengthDelimited,
    absent: () => ({}),
    write: (writer, values) => {
      for (const [key, value] of Object.entries(values)) {
        writer.tag(number, WireType.LengthDelimited).bytes(encodeMessage(pair, { key, value }));
      }
    },
    read: (reader, before) => {
      const { key, value } = decodeMessage(pair, reader.bytes());
      return value ? { ...before, [key]: value } : before;
    },
  };
};

/** Writes a message. Zeros and empties are left out, as protobuf 3 has it. */
export function encodeMessage<T extends object>(table: Message<T>, value: T): Uint8Array {
  const writer = new BinaryWriter();
  for (const name of namesOf(table)) table[name].write(writer, value[name]);
  return writer.finish();
}

/** Reads a message. Fields that the table does not know are passed over. */
export function decodeMessage<T extends object>(table: Message<T>, wire: Uint8Array): T {
  const names = namesOf(table);
  const result = Object.fromEntries(names.map((name) => [name, table[name].absent()])) as T;
  const reader = new BinaryReader(wire);
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag();
    const name = names.find((candidate) => table[candidate].number === number);
    if (name === undefined || table[name].wireType !== wireType) reader.skip(wireType, number);
    else result[name] = table[name].read(reader, result[name]);
  }
  return result;
}

function namesOf<T extends object>(table: Message<T>): (keyof T)[] {
  return Object.keys(table) as (keyof T)[];
}
