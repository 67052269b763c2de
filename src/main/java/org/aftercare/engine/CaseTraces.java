package org.aftercare.engine;

import java.util.Set;

/**
 * What the engine keeps of cases that are over. Every method belongs to the caller's transaction.
 */
public interface CaseTraces {

  /** Those of the cases with a process that has not ended, or with an open task outside of one. */
  Set<String> busy(Set<String> caseNumbers);

  /**
   * Removes what people wrote and what failures quoted: comments, attachments, descriptions and
   * reasons, messages of errors, what messages from outside carried. Tasks outside of processes,
   * whose names quote failures too, are named by their case from then on. The way that each process
   * went stays.
   */
  void erase(Set<String> caseNumbers);
}
