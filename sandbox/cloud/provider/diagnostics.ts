import type { CloudError } from '../engine/cloud-error';
import type { ValuePath } from '../engine/replacement';
import type { Problem } from '../engine/validate';
import { ERROR, type AttributePath, type Diagnostic } from '../protocol/messages';

/** A path as the protocol writes it. */
export function attributePath(path: ValuePath): AttributePath {
  return {
    steps: path.map((step) => ({
      attributeName: typeof step === 'string' ? step : '',
      elementKeyString: '',
      elementKeyInt: typeof step === 'number' ? step : undefined,
    })),
  };
}

/** An error without a place. */
export function errorDiagnostic(summary: string, detail = ''): Diagnostic {
  return { severity: ERROR, summary, detail, attribute: undefined };
}

/** An error of the cloud; none for none. */
export function cloudDiagnostics(error: CloudError | undefined): Diagnostic[] {
  return error ? [errorDiagnostic(error.summary, error.detail)] : [];
}

/** Problems of a configuration, each at its place. */
export function problemDiagnostics(problems: Problem[]): Diagnostic[] {
  return problems.map(({ words, at }) => ({ ...errorDiagnostic(words), attribute: at.length > 0 ? attributePath(at) : undefined }));
}
