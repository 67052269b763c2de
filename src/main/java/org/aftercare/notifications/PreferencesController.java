package org.aftercare.notifications;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aftercare.api.Caller;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.ProblemException;
import org.aftercare.engine.StaffGroup;
import org.aftercare.notifications.Preference.Frequency;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How members of staff and their teams want to be told. */
@RestController
@RequestMapping("/api/notification-preferences")
@Tag(name = "Notification preferences")
class PreferencesController {

  private static final String NOT_COMPLETE = "This is missing.";

  private final NotificationPreferences preferences;
  private final CurrentCaller caller;

  PreferencesController(NotificationPreferences preferences, CurrentCaller caller) {
    this.preferences = preferences;
    this.caller = caller;
  }

  @GetMapping("/me")
  @Operation(summary = "How I am told, by my own choice or else my team's")
  PreferenceView mine() {
    String userId = userId();
    return PreferenceView.of(
        preferences.ofPerson(userId), preferences.chosenBy(userId).isPresent());
  }

  @PutMapping("/me")
  @Operation(summary = "Choose how I am told")
  PreferenceView choose(@RequestBody PreferenceRequest request) {
    preferences.choose(userId(), request.checked());
    return mine();
  }

  @DeleteMapping("/me")
  @ApiResponse(responseCode = "204", useReturnTypeSchema = true)
  @Operation(summary = "Be told as my team is")
  ResponseEntity<Void> forget() {
    preferences.forget(userId());
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/teams/{group}")
  @Operation(summary = "How a team's members are told who have not chosen themselves")
  PreferenceView ofTeam(@PathVariable String group) {
    return PreferenceView.of(preferences.ofTeam(team(group)), false);
  }

  @PutMapping("/teams/{group}")
  @Operation(summary = "Choose how a team's members are told who have not chosen themselves")
  PreferenceView chooseForTeam(@PathVariable String group, @RequestBody PreferenceRequest request) {
    preferences.chooseForTeam(team(group), request.checked());
    return ofTeam(group);
  }

  private static String team(String group) {
    if (Arrays.stream(StaffGroup.values()).noneMatch(known -> known.id().equals(group))) {
      throw ProblemException.notFound("team");
    }
    return group;
  }

  private String userId() {
    if (caller.get() instanceof Caller.Staff staff) {
      return staff.userId();
    }
    throw ProblemException.notFound("member of staff");
  }

  /**
   * @param quietChannels the channels that keep quiet hours; left out: e-mail
   */
  record PreferenceRequest(
      Set<Channel> channels,
      Frequency frequency,
      @JsonFormat(pattern = "HH:mm") LocalTime digestAt,
      @JsonFormat(pattern = "HH:mm") LocalTime quietFrom,
      @JsonFormat(pattern = "HH:mm") LocalTime quietUntil,
      Set<Channel> quietChannels) {

    private static final Set<Channel> FOR_STAFF = Set.of(Channel.EMAIL, Channel.IN_APP);

    Preference checked() {
      List<FieldProblem> problems = new ArrayList<>();
      if (channels == null || channels.isEmpty() || !FOR_STAFF.containsAll(channels)) {
        problems.add(
            new FieldProblem(
                "/channels",
                "Staff are told by e-mail, in-app, or both.",
                "Send at least one of EMAIL and IN_APP, and no other."));
      }
      if (frequency == null) {
        problems.add(new FieldProblem("/frequency", NOT_COMPLETE, "Send AT_ONCE or DAILY_DIGEST."));
      }
      if (frequency == Frequency.DAILY_DIGEST && digestAt == null) {
        problems.add(
            new FieldProblem("/digestAt", NOT_COMPLETE, "Send the digest's time of day: 08:00."));
      }
      if ((quietFrom == null) != (quietUntil == null)) {
        problems.add(
            new FieldProblem(
                quietFrom == null ? "/quietFrom" : "/quietUntil",
                "Quiet hours need a beginning and an end.",
                "Send both, or neither."));
      } else if (quietFrom != null && quietFrom.equals(quietUntil)) {
        problems.add(
            new FieldProblem(
                "/quietUntil",
                "Quiet hours that end as they begin are none.",
                "Send two different times, or neither."));
      }
      if (!problems.isEmpty()) {
        throw ProblemException.invalid(problems);
      }
      return new Preference(
          channels,
          frequency,
          digestAt == null ? Preferences.DIGEST_AT : digestAt,
          quietFrom == null ? null : new QuietHours(quietFrom, quietUntil),
          quietChannels == null ? Set.of(Channel.EMAIL) : quietChannels);
    }
  }

  /**
   * @param own whether the person has chosen; otherwise the team's or everybody's choice holds
   */
  record PreferenceView(
      Set<Channel> channels,
      Frequency frequency,
      @JsonFormat(pattern = "HH:mm") LocalTime digestAt,
      @JsonFormat(pattern = "HH:mm") LocalTime quietFrom,
      @JsonFormat(pattern = "HH:mm") LocalTime quietUntil,
      Set<Channel> quietChannels,
      boolean own) {

    static PreferenceView of(Preference preference, boolean own) {
      QuietHours quiet = preference.quietHours();
      return new PreferenceView(
          new TreeSet<>(preference.channels()),
          preference.frequency(),
          preference.digestAt(),
          quiet == null ? null : quiet.from(),
          quiet == null ? null : quiet.until(),
          new TreeSet<>(preference.quietChannels()),
          own);
    }
  }
}
