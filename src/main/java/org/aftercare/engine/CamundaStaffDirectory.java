package org.aftercare.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * Staff as the engine's identity service knows them; the language is their user info of that name.
 */
@Component
class CamundaStaffDirectory implements StaffDirectory {

  private final IdentityService identity;

  CamundaStaffDirectory(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public Optional<StaffMember> find(String userId) {
    return Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
        .map(this::member);
  }

  @Override
  public List<StaffMember> members(String group) {
    return identity.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
        .map(this::member)
        .toList();
  }

  private StaffMember member(User user) {
    String name =
        Stream.of(user.getFirstName(), user.getLastName())
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(" "));
    String email = user.getEmail();
    return new StaffMember(
        user.getId(),
        name.isEmpty() ? user.getId() : name,
        email == null || email.isBlank() ? null : email,
        language(user.getId()),
        groups(user.getId()));
  }

  private Locale language(String userId) {
    String language = identity.getUserInfo(userId, LANGUAGE);
    return language == null || language.isBlank() ? null : Locale.forLanguageTag(language);
  }

  private Set<String> groups(String userId) {
    return identity.createGroupQuery().groupMember(userId).list().stream()
        .map(Group::getId)
        .collect(Collectors.toUnmodifiableSet());
  }
}
