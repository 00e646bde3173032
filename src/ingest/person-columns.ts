const NAMES_A_PERSON =
  /姓名|联系人|负责人|经办人|法定代表人|法人代表|身份证|手机|person|contact|holder/i;

/** Whether a column is for what a department's sheet may have, and the graph never has: who somebody is. */
export const namesAPerson = (header: string): boolean => NAMES_A_PERSON.test(header);

export const PERSONS_ARE_NOT_STORED =
  "no person's name is taken: leave the column out, and name the office where it matters.";
