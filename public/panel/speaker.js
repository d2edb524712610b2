// How the panel's messages are said. The build puts it together with the words of each language.

/** Says messages of a language: gives a function of a message's name and what is put into it. */
export function speaker(messages, language) {
  // Made when the first number is said: they take longer than all else that a panel begins with.
  let plurals, numbers;

  function put(pattern, values) {
    if (!Array.isArray(pattern)) return pattern;
    return pattern.map((part) => (typeof part === "string" ? part : filled(part, values))).join("");
  }

  function filled({ put: name, by, of, else: rest }, values) {
    const value = values[name ?? by];
    const isNumber = typeof value === "number";
    if (isNumber) {
      plurals ??= new Intl.PluralRules(language);
      // The digits of the sentences that come from the edge.
      numbers ??= new Intl.NumberFormat(`${language}-u-nu-latn`);
    }
    if (name) return isNumber ? numbers.format(value) : value;
    const keys = isNumber ? [value, plurals.select(value)] : [value];
    return put(of[keys.find((key) => Object.hasOwn(of, key)) ?? rest], values);
  }

  return (name, values) => put(messages[name] ?? "", values);
}
