import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import { modalErrors, modalFields } from './modal-fields';

const modal = {
  custom_id: 'add-resource',
  title: 'Add resource',
  components: [
    { type: 10, content: 'A **virtual machine**' },
    { type: 1, components: [{ type: 4, custom_id: 'name', style: 1, label: 'Name', min_length: 3, max_length: 8 }] },
    { type: 18, label: 'Notes', description: 'For people', component: { type: 4, custom_id: 'notes', style: 2, required: false, value: 'x' } },
    { type: 18, label: 'Size', component: { type: 3, custom_id: 'size', options: [{ value: 's', label: 'Small' }], min_values: 1 } },
    { type: 18, label: 'Disk', component: { type: 21, custom_id: 'disk', options: [{ value: 'ssd', label: 'SSD', default: true }] } },
    {
      type: 18,
      label: 'Tags',
      component: {
        type: 22,
        custom_id: 'tags',
        options: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ],
        max_values: 1,
      },
    },
  ],
} as unknown as APIModalInteractionResponseCallbackData;

describe('a form', () => {
  const fields = modalFields(modal);

  it('is read from rows, labels and words', () => {
    expect(fields.map(({ kind }) => kind)).toEqual(['words', 'text', 'text', 'select', 'radio', 'checkboxes']);
    expect(fields[1]).toMatchObject({ id: 'name', label: 'Name', required: true, paragraph: false });
    expect(fields[2]).toMatchObject({ id: 'notes', label: 'Notes', description: 'For people', required: false, paragraph: true, value: 'x' });
    expect(fields[4]).toMatchObject({ choices: [{ value: 'ssd', label: 'SSD', chosen: true }] });
  });

  it('says which fields are missing, too short or too many', () => {
    const errors = modalErrors(fields, { name: 'ab', notes: '', size: [], disk: 'ssd', tags: ['a', 'b'] });
    expect(Object.fromEntries(errors)).toEqual({
      name: 'Must be at least 3 characters',
      size: 'This field is required',
      tags: 'Choose at most 1',
    });
  });

  it('has nothing to say about a complete one', () => {
    expect(modalErrors(fields, { name: 'web-01', notes: '', size: ['s'], disk: 'ssd', tags: ['a'] }).size).toBe(0);
  });
});
