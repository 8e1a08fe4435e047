/**
 * Which groups of the API show something that a topic changes. An unknown topic asks everything again:
 * too much work is better than an old figure on the screen.
 */
const groupsOfTopic: Readonly<Record<string, readonly string[]>> = {
  session: ['session'],
  // The list of printers tells how each stands.
  printing: [
    'printing',
    'secondOriginals',
    'administration',
    'blanks',
    'dossiers',
    'collective',
    'overview',
    'closings',
  ],
  'printer-search': ['networkSearch'],
  collective: ['collective'],
  dispatch: ['dispatch'],
  complaint: ['complaints', 'information'],
  mail: ['mails'],
  schedules: ['schedules'],
  signing: ['signing'],
  satisfaction: ['satisfaction'],
  closing: ['closings', 'overview', 'reports'],
  // What it brings into a dossier is told as a change of that dossier.
  portal: ['portal', 'inbox', 'accounts', 'overview'],
}

export const queriesOfTopic = (topic: string): readonly string[] | 'all' => groupsOfTopic[topic] ?? 'all'
