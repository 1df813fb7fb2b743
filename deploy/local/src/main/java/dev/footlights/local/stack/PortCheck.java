package dev.footlights.local.stack;

import java.util.ArrayList;
import java.util.List;

/** Refuses to start on ports that something else listens on. */
final class PortCheck {
    private PortCheck() {}

    /**
     * @throws StackException naming each taken port, whose part it was for, and the process that has it
     */
    static void allFree(List<Part> parts) {
        List<String> taken = new ArrayList<>();
        for (Part part : parts) {
            for (int port : part.ports()) {
                if (!PortOwner.free(port)) {
                    taken.add("Port %d (%s) is taken by %s".formatted(port, part.name(), PortOwner.describe(port)));
                }
            }
        }
        if (!taken.isEmpty()) {
            throw new StackException(String.join("\n", taken) + "\nStop that process, or choose other ports: "
                    + Ports.VARIABLE + "=9480 ./footlights up");
        }
    }
}
