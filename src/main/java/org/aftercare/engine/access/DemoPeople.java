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
          new Person("Frida", "Lund", StaffGroup.FRONT_OFFICE.id()),
          new Person("Klara", "Berg", StaffGroup.CLAIMS.id()),
          new Person("Conny", "Dahl", StaffGroup.CONTRACTS.id()),
          new Person("Vera", "Holm", StaffGroup.WAREHOUSE.id()),
          new Person("Rikard", "Ek", StaffGroup.REPAIR_PLANNING.id()),
          new Person("Tekla", "Sund", StaffGroup.TECHNICIANS.id()),
          new Person("Pelle", "Nyman", StaffGroup.PARTS.id()),
          new Person("Fiona", "Ahl", StaffGroup.FINANCE.id()),
          new Person("Colin", "Strand", StaffGroup.COLLECTIONS.id()),
          new Person("Lena", "Falk", StaffGroup.LEGAL.id()),
          new Person("Harald", "Moe", StaffGroup.DEPARTMENT_HEADS.id()),
          new Person("Petra", "Kvist", StaffGroup.PRODUCT_MANAGERS.id()),
          new Person("Olof", "Hagen", StaffGroup.OPERATIONS.id()),
          new Person("Admin", "Demo", StaffLogins.ADMINISTRATORS));

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

  private record Person(String givenName, String familyName, String group) {
    String id() {
      return givenName.toLowerCase(Locale.ROOT);
    }
  }
}
