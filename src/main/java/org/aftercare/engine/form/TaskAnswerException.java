package org.aftercare.engine.form;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * A task was to be completed without what its form demands. Over REST it is answered with status
 * 400; the message names each field and what is wrong with it, never what was answered.
 */
class TaskAnswerException extends FormFieldValidationException {

  private static final long serialVersionUID = 1L;

  TaskAnswerException(String message) {
    super(null, message);
  }

  /** What refused, where the engine has wrapped it; {@code null} if something else failed. */
  static TaskAnswerException in(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof TaskAnswerException refused) {
        return refused;
      }
    }
    return null;
  }
}
