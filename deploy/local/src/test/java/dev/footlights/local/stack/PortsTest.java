package dev.footlights.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void portsCountFromTheBase() {
        assertThat(Ports.from(Map.of()).ingest()).isEqualTo(8480);
        Ports ports = Ports.from(Map.of(Ports.VARIABLE, "9000"));
        assertThat(List.of(
                        ports.ingest(),
                        ports.query(),
                        ports.clickHouse(),
                        ports.kafka(),
                        ports.registry(),
                        ports.streams(),
                        ports.kafkaController(),
                        ports.registryManagement()))
                .containsExactly(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007);
    }

    @Test
    void anUnusableBaseIsNamed() {
        for (String base : List.of("x", "80", "65530", "-1", "99999999999")) {
            assertThatThrownBy(() -> Ports.from(Map.of(Ports.VARIABLE, base)))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining(Ports.VARIABLE)
                    .hasMessageContaining(base);
        }
    }

    @Test
    void aTakenPortIsNamedWithTheProcessThatHasIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Part part = new Part(
                    "kafka",
                    List.of("true"),
                    Map.of(),
                    List.of(taken.getLocalPort()),
                    Path.of("log"),
                    "nowhere",
                    Optional::empty);
            assertThatThrownBy(() -> PortCheck.allFree(List.of(part)))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " (kafka)")
                    .hasMessageContaining("(pid " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining(Ports.VARIABLE);
        }
    }

    @Test
    void aFreePortIsFree() throws Exception {
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        assertThat(PortOwner.free(port)).isTrue();
        assertThat(PortOwner.find(port)).isEmpty();
    }
}
