package org.aftercare.cases;

import org.aftercare.api.Caller;
import org.aftercare.api.ProblemException;
import org.aftercare.engine.AwaitedMessages;
import org.springframework.stereotype.Component;

/** The questions that processes ask, by the messages that they await. */
@Component
class AskedQuestions implements CaseQuestions {

  private final CaseCommands commands;
  private final AwaitedMessages awaited;

  AskedQuestions(CaseCommands commands, AwaitedMessages awaited) {
    this.commands = commands;
    this.awaited = awaited;
  }

  @Override
  public boolean isOpen(String caseNumber, CustomerQuestion question) {
    return awaited.of(caseNumber).contains(question.message());
  }

  @Override
  public void answer(
      ServiceCase of,
      Caller caller,
      String key,
      CustomerQuestion question,
      String answer,
      String text) {
    if (text != null && text.length() > CaseCommands.LONGEST_TEXT) {
      throw ProblemException.invalid(
          "/text",
          "The text has %d characters; at most %d are kept."
              .formatted(text.length(), CaseCommands.LONGEST_TEXT),
          "Shorten it.");
    }
    commands.answer(
        of, new CaseCommands.Command(caller, key), new CustomerAnswer(question, answer, text));
  }
}
