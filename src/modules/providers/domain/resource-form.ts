/** One question of a resource's form. */
export interface FormField {
  /** The key of the answer in `ParseResource`'s `values`. */
  readonly name: string;
  /** At most 45 characters. */
  readonly label: string;
  /** At most 100 characters. */
  readonly help?: string;
  readonly placeholder?: string;
  /** False where an empty answer is accepted: the default applies, or nothing. */
  readonly required: boolean;
  /** `json` is an object of arguments the form does not ask; a flag is answered `yes` or `no`; a reference with the name of another resource of the session. */
  readonly type: 'text' | 'number' | 'choice' | 'flag' | 'reference' | 'json';
  readonly choices?: readonly { readonly value: string; readonly title: string }[];
  /** The kind of resource a reference names. */
  readonly references?: string;
  /** What an empty answer means, as the text a person would have typed. */
  readonly defaultValue?: string;
  readonly maxLength: number;
}

/** What a kind asks before it is added: at most five fields, the resource's own `name` first. */
export interface ResourceForm {
  readonly kind: string;
  readonly title: string;
  readonly fields: readonly FormField[];
}
