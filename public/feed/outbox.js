// What the shopper gave and the edge has not acknowledged, as the panel keeps it. Each page has a
// list of its own, so that no tab overwrites another's; whoever asks takes over the lists of all.
// What two tabs then send goes under one cid, and has one effect.

import { keep, kept, names } from "./page.js";

const page = crypto.randomUUID();

const beginning = (contact) => `outbox.${contact}.`;

/** Keeps this page's commands. */
export function keepOutbox(contact, commands) {
  keep(beginning(contact) + page, commands.length ? commands : null);
}

/** The commands of all pages, each once, oldest page first; from now on they are this page's. */
export function takeOutbox(contact) {
  const commands = new Map();
  for (const name of names(beginning(contact))) {
    for (const command of kept(name)) commands.set(command.cid, command);
    keep(name, null);
  }
  keepOutbox(contact, [...commands.values()]);
  return [...commands.values()];
}

/** Lets go of what the edge has. */
export function settle(contact, cid) {
  const commands = kept(beginning(contact) + page) ?? [];
  if (commands.some((command) => command.cid === cid)) {
    keepOutbox(contact, commands.filter((command) => command.cid !== cid));
  }
}
