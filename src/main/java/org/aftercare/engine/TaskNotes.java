package org.aftercare.engine;

/**
 * Receives what people type into task forms. The engine takes every form field whose key is {@code
 * note} out of the process as its task completes and hands it here, in the same transaction, so
 * that no free text stays in variables or history.
 */
public interface TaskNotes {

  /**
   * @param caseNumber the process's business key
   * @param taskDefinitionKey the task's element id
   * @param author the user who completed the task, or {@code null} if the engine did
   * @param text what was typed; not blank
   */
  void keep(String caseNumber, String taskDefinitionKey, String author, String text);
}
