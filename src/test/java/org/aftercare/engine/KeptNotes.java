package org.aftercare.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the module above would put into the case. */
class KeptNotes implements TaskNotes {

  private final List<Note> notes = new CopyOnWriteArrayList<>();

  record Note(String caseNumber, String taskDefinitionKey, String author, String text) {}

  @Override
  public void keep(String caseNumber, String taskDefinitionKey, String author, String text) {
    notes.add(new Note(caseNumber, taskDefinitionKey, author, text));
  }

  List<Note> of(String caseNumber) {
    return notes.stream().filter(note -> note.caseNumber().equals(caseNumber)).toList();
  }
}
