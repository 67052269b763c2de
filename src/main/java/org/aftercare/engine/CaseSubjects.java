package org.aftercare.engine;

import java.util.Optional;

/**
 * Says what cases are about, for the rows of task lists. The engine puts it beside each task of a
 * case as the task is made, in the same transaction.
 */
public interface CaseSubjects {

  /**
   * What the case is about, such as the name of a product; nothing of a person.
   *
   * @param caseNumber a process's business key
   * @return empty if there is no such case, or nothing is known of it yet
   */
  Optional<String> of(String caseNumber);
}
