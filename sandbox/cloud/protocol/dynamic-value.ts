import { Decoder, Encoder, ExtensionCodec } from '@msgpack/msgpack';
import { UNKNOWN, Unknown, type Value } from '../engine/value';
import type { DynamicValue } from './messages';

// Terraform writes an unknown value as extension type 0, and one it knows something about as extension type 12.
const PLAIN_UNKNOWN = 0;
const REFINED_UNKNOWN = 12;

const extensionCodec = new ExtensionCodec();
extensionCodec.register({
  type: PLAIN_UNKNOWN,
  encode: (value) => (value instanceof Unknown ? new Uint8Array([0]) : null),
  decode: () => UNKNOWN,
});
extensionCodec.register({ type: REFINED_UNKNOWN, encode: () => null, decode: () => UNKNOWN });

const encoder = new Encoder({ extensionCodec });
const decoder = new Decoder({ extensionCodec });

/** Writes a value for the wire, as MessagePack. */
export function packValue(value: Value): DynamicValue {
  return { msgpack: encoder.encode(value), json: new Uint8Array() };
}

/** Reads a value from the wire, be it MessagePack or JSON. Nothing at all reads as null. */
export function unpackValue(wire: DynamicValue | undefined): Value {
  if (wire && wire.msgpack.length > 0) return decoder.decode(wire.msgpack) as Value;
  if (wire && wire.json.length > 0) return parseJsonValue(wire.json);
  return null;
}

/** Reads a value that came as JSON text. JSON has no unknowns. */
export function parseJsonValue(json: Uint8Array): Value {
  return JSON.parse(Buffer.from(json).toString('utf8')) as Value;
}
