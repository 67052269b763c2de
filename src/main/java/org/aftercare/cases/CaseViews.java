package org.aftercare.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.aftercare.engine.AwaitedMessages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a customer sees of a case. */
@Component
class CaseViews {

  private final TimelineWording timeline;
  private final CustomerOptions options;
  private final CasePhotos photos;
  private final CaseCommands commands;
  private final AwaitedMessages awaited;

  CaseViews(
      TimelineWording timeline,
      CustomerOptions options,
      CasePhotos photos,
      CaseCommands commands,
      AwaitedMessages awaited) {
    this.timeline = timeline;
    this.options = options;
    this.photos = photos;
    this.commands = commands;
    this.awaited = awaited;
  }

  @Transactional(readOnly = true)
  CaseView of(ServiceCase of, Locale language) {
    return new CaseView(
        of.caseNumber(),
        of.flow(),
        of.status(),
        of.outcome(),
        of.openedAt(),
        of.closedAt(),
        timeline.forCustomer(of, language),
        commands.mayCancel(of),
        openQuestions(of),
        photos.of(of.caseNumber()),
        commands.surveyOpen(of));
  }

  private List<CaseView.OpenQuestion> openQuestions(ServiceCase of) {
    if (of.closedAt() != null) {
      return List.of();
    }
    Set<String> messages = awaited.of(of.caseNumber());
    return Arrays.stream(CustomerQuestion.values())
        .filter(question -> messages.contains(question.message()))
        .map(
            question ->
                new CaseView.OpenQuestion(question, new TreeSet<>(options.answers(of, question))))
        .toList();
  }
}
