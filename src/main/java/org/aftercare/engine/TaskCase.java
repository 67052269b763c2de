package org.aftercare.engine;

import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The case that a task belongs to, as variables of the task alone: a task list shows and searches
 * them, and a reader of the task may read them without a right to its process.
 */
@Component
class TaskCase {

  static final String CASE_NUMBER = "caseNumber";
  static final String PRODUCT = "product";

  private final ObjectProvider<CaseSubjects> subjects;

  TaskCase(ObjectProvider<CaseSubjects> subjects) {
    this.subjects = subjects;
  }

  /**
   * @param write sets a variable of the task alone
   * @param caseNumber {@code null} for a task that belongs to no case
   */
  void write(BiConsumer<String, String> write, String caseNumber) {
    if (caseNumber == null) {
      return;
    }
    write.accept(CASE_NUMBER, caseNumber);
    subjects.ifAvailable(
        known -> known.of(caseNumber).ifPresent(product -> write.accept(PRODUCT, product)));
  }
}
