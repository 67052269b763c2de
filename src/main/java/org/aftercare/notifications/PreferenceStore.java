package org.aftercare.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aftercare.notifications.Preference.Frequency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The choices of persons and teams. */
@Repository
class PreferenceStore {

  private final JdbcClient jdbc;

  PreferenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param owner see {@link RecipientKey}
   */
  Optional<Preference> find(String owner) {
    return jdbc.sql(
            """
            select channels, frequency, digest_at, quiet_from, quiet_until, quiet_channels
            from notification_preference where owner = :owner""")
        .param("owner", owner)
        .query((row, number) -> preference(row))
        .optional();
  }

  void keep(String owner, Preference preference) {
    forget(owner);
    QuietHours quietHours = preference.quietHours();
    jdbc.sql(
            """
            insert into notification_preference (owner, channels, frequency, digest_at,
              quiet_from, quiet_until, quiet_channels)
            values (:owner, :channels, :frequency, :digestAt,
              :quietFrom, :quietUntil, :quietChannels)""")
        .param("owner", owner)
        .param("channels", names(preference.channels()))
        .param("frequency", preference.frequency().name())
        .param("digestAt", preference.digestAt().toString())
        .param("quietFrom", quietHours == null ? null : quietHours.from().toString())
        .param("quietUntil", quietHours == null ? null : quietHours.until().toString())
        .param("quietChannels", names(preference.quietChannels()))
        .update();
  }

  void forget(String owner) {
    jdbc.sql("delete from notification_preference where owner = :owner")
        .param("owner", owner)
        .update();
  }

  private static Preference preference(ResultSet row) throws SQLException {
    String quietFrom = row.getString("quiet_from");
    return new Preference(
        channels(row.getString("channels")),
        Frequency.valueOf(row.getString("frequency")),
        LocalTime.parse(row.getString("digest_at")),
        quietFrom == null
            ? null
            : new QuietHours(
                LocalTime.parse(quietFrom), LocalTime.parse(row.getString("quiet_until"))),
        channels(row.getString("quiet_channels")));
  }

  private static String names(Collection<Channel> channels) {
    return channels.stream().map(Channel::name).sorted().collect(Collectors.joining(","));
  }

  private static Set<Channel> channels(String names) {
    return names.isEmpty()
        ? Set.of()
        : Arrays.stream(names.split(","))
            .map(Channel::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
  }
}
