package org.aftercare.engine.access;

import java.util.List;
import java.util.Locale;
import org.aftercare.engine.StaffGroup;
import org.aftercare.engine.StaffLogins;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One person for each group, so that a newcomer can play every part. Default profile only. */
@Component
@Profile("default")
class DemoPeople {

  /** Known to everybody, so worth nothing. */
  private static final String PASSWORD = "Kylskap-2026";

  private static final List<Person> ALL =
      List.of(
          new Person("Frida", "Lund", "sv", StaffGroup.FRONT_OFFICE.id()),
          new Person("Klara", "Berg", "sv", StaffGroup.CLAIMS.id()),
          new Person("Conny", "Dahl", "sv", StaffGroup.CONTRACTS.id()),
          new Person("Vera", "Holm", "da", StaffGroup.WAREHOUSE.id()),
          new Person("Rikard", "Ek", "sv", StaffGroup.REPAIR_PLANNING.id()),
          new Person("Tekla", "Sund", "sv", StaffGroup.TECHNICIANS.id()),
          new Person("Pelle", "Nyman", "sv", StaffGroup.PARTS.id()),
          new Person("Fiona", "Ahl", "sv", StaffGroup.FINANCE.id()),
          new Person("Colin", "Strand", "en", StaffGroup.COLLECTIONS.id()),
          new Person("Lena", "Falk", "sv", StaffGroup.LEGAL.id()),
          new Person("Harald", "Moe", "nb", StaffGroup.DEPARTMENT_HEADS.id()),
          new Person("Petra", "Kvist", "sv", StaffGroup.PRODUCT_MANAGERS.id()),
          new Person("Olof", "Hagen", "sv", StaffGroup.OPERATIONS.id()),
          new Person("Admin", "Demo", "en", StaffLogins.ADMINISTRATORS));

  private final People people;

  DemoPeople(People people) {
    this.people = people;
  }

  void create() {
    ALL.forEach(
        person ->
            people.create(
                person.id(),
                person.givenName(),
                person.familyName(),
                person.id() + "@aftercare.example",
                PASSWORD,
                person.group()));
  }

  /** A step of its own: databases of earlier days hold the people without their languages. */
  void speak() {
    ALL.forEach(person -> people.speaks(person.id(), person.language()));
  }

  private record Person(String givenName, String familyName, String language, String group) {
    String id() {
      return givenName.toLowerCase(Locale.ROOT);
    }
  }
}
