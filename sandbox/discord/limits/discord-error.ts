/** The `errors` object of an "Invalid Form Body": as deep as the body, with `_errors` at the fields at fault. */
export interface FormErrors {
  [field: string]: FormErrors | FormError[];
}

export interface FormError {
  code: string;
  message: string;
}

/** A refusal of the REST API, with the status, code and words that Discord sends. */
export class DiscordError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly errors?: FormErrors,
  ) {
    super(message);
  }

  toJSON(): object {
    return { message: this.message, code: this.code, ...(this.errors === undefined ? {} : { errors: this.errors }) };
  }
}

const refusal = (status: number, code: number, message: string) => () => new DiscordError(status, code, message);

export const unauthorized = refusal(401, 0, '401: Unauthorized');
export const unknownRoute = refusal(404, 0, '404: Not Found');
export const unknownApplication = refusal(404, 10002, 'Unknown Application');
export const unknownChannel = refusal(404, 10003, 'Unknown Channel');
export const unknownGuild = refusal(404, 10004, 'Unknown Guild');
export const unknownMember = refusal(404, 10007, 'Unknown Member');
export const unknownMessage = refusal(404, 10008, 'Unknown Message');
export const unknownUser = refusal(404, 10013, 'Unknown User');
export const unknownWebhook = refusal(404, 10015, 'Unknown Webhook');
export const unknownInteraction = refusal(404, 10062, 'Unknown interaction');
export const unknownCommand = refusal(404, 10063, 'Unknown application command');
export const tooManyCommands = refusal(400, 30032, 'Maximum number of application commands reached (100).');
export const alreadyAcknowledged = refusal(400, 40060, 'Interaction has already been acknowledged.');
export const tooLarge = refusal(413, 40005, 'Request entity too large');
export const missingAccess = refusal(403, 50001, 'Missing Access');
export const notTheAuthor = refusal(403, 50005, 'Cannot edit a message authored by another user');
export const emptyMessage = refusal(400, 50006, 'Cannot send an empty message');
export const cannotMessageUser = refusal(403, 50007, 'Cannot send messages to this user');
export const missingPermissions = refusal(403, 50013, 'Missing Permissions');
export const invalidWebhookToken = refusal(401, 50027, 'Invalid Webhook Token');
export const threadArchived = refusal(400, 50083, 'Thread is archived');
export const brokenJson = refusal(400, 50109, 'The request body contains invalid JSON.');
export const threadExists = refusal(400, 160004, 'A thread has already been created for this message');

/** "Invalid Form Body" with one field at fault. The path is empty for the whole body. */
export function invalidForm(path: readonly PropertyKey[], code: string, message: string): DiscordError {
  return invalidForms([{ path, code, message }]);
}

/** "Invalid Form Body" with every field at fault. */
export function invalidForms(faults: readonly { path: readonly PropertyKey[]; code: string; message: string }[]): DiscordError {
  const errors: FormErrors = {};
  for (const { path, code, message } of faults) {
    let at: FormErrors = errors;
    for (const step of path) at = child(at, String(step));
    const list = at['_errors'];
    at['_errors'] = [...(Array.isArray(list) ? list : []), { code, message }];
  }
  return new DiscordError(400, 50035, 'Invalid Form Body', errors);
}

function child(parent: FormErrors, step: string): FormErrors {
  const found = parent[step];
  if (found !== undefined && !Array.isArray(found)) return found;
  const made: FormErrors = {};
  parent[step] = made;
  return made;
}
