package org.aftercare.cases;

import org.aftercare.engine.TaskNotes;
import org.springframework.stereotype.Component;

/** Keeps what people type into task forms as notes of the case. */
@Component
class CaseTaskNotes implements TaskNotes {

  private final Cases cases;

  CaseTaskNotes(Cases cases) {
    this.cases = cases;
  }

  @Override
  public void keep(String caseNumber, String taskDefinitionKey, String author, String text) {
    // Nobody types it, but a form's text can hold it and PostgreSQL cannot.
    cases.note(caseNumber, author, taskDefinitionKey, text.replace('\0', ' '));
  }
}
