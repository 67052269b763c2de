package org.aftercare.notifications;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aftercare.engine.NoticeFacts;
import org.springframework.stereotype.Component;

/** What notices tell: to people what their wording names, to partners what their list allows. */
@Component
class WordingFacts implements NoticeFacts {

  /** Where a message goes, and the name with which it begins. */
  private static final Set<String> CONTACT = new TreeSet<>(Set.of("name", "email", "phone"));

  private final Wording wording;
  private final PartnerFields partnerFields;

  WordingFacts(Wording wording, PartnerFields partnerFields) {
    this.wording = wording;
    this.partnerFields = partnerFields;
  }

  @Override
  public Told of(String template, Reader reader) {
    Set<String> named = new TreeSet<>();
    for (String part : List.of(".subject", ".text", ".sms")) {
      named.addAll(wording.placeholders(template + part));
    }
    Set<String> lookedUp =
        switch (reader) {
          case CUSTOMER -> CONTACT;
          case PARTNER -> partnerFields.lookedUp(template);
          case STAFF -> Set.of();
        };
    named.removeAll(lookedUp);
    return new Told(named, lookedUp);
  }
}
