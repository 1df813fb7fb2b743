package dev.footlights.systemtest.pipeline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports for a stack. */
public final class Ports {
    private static final int IN_A_ROW = 8;
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;

    private Ports() {}

    /** The first of eight free ports in a row. */
    public static int freeBase() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (allFree(base)) {
                return base;
            }
        }
        throw new IllegalStateException("No eight free ports in a row between " + LOWEST + " and " + HIGHEST);
    }

    private static boolean allFree(int base) {
        for (int port = base; port < base + IN_A_ROW; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
