package dev.footlights.systemtest.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The demo organisation on a stack of its own, from a copy of the tree, for tests that look at what people look at: started
 * before the first that asks for it, stopped after the last. Small groups are withheld, as they are unless set otherwise.
 * Tests don't send it events.
 */
public final class RunningDemo implements AutoCloseable {
    private static final Duration SENDING = Duration.ofMinutes(8);
    private static final Duration STOPPING = Duration.ofMinutes(2);

    private final ScratchTree tree;
    private final Launcher launcher;
    private ChildProcess up;
    private boolean complete;

    private RunningDemo() throws IOException {
        tree = new ScratchTree();
        launcher = tree.launcher("home");
        up = launcher.start("up", "--demo");
    }

    /** Where to reach it. */
    public Launcher launcher() {
        return launcher;
    }

    /** The command that keeps it running. */
    public ChildProcess up() {
        return up;
    }

    /** A folder for a test's own files. */
    public Path folder() {
        return tree.folder();
    }

    /** Stops it, and starts it again on what it has kept. Gives how the command that was running has ended. */
    public Node.Result restart() {
        Node.Result ended = stop();
        up = launcher.start("up");
        launcher.awaitReady(up);
        return ended;
    }

    private Node.Result stop() {
        up.terminate();
        return up.await(STOPPING);
    }

    private void awaitFigures() {
        if (complete) {
            return;
        }
        Awaitility.await().atMost(SENDING).pollInterval(Duration.ofMillis(500)).until(() -> {
            if (!up.alive()) {
                throw new IllegalStateException("The launcher has ended:\n" + up.output());
            }
            return up.output().contains("Look at it:");
        });
        complete = true;
    }

    @Override
    public void close() throws IOException {
        Node.Result ended = stop();
        if (ended.status() != 0) {
            throw new IllegalStateException("The demo ended with " + ended.status() + ":\n" + ended.output());
        }
        tree.close();
    }

    /** Gives tests the one running demo. */
    public static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningDemo.class;
        }

        @Override
        public RunningDemo resolveParameter(ParameterContext parameter, ExtensionContext context) {
            RunningDemo demo = context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(RunningDemo.class, type -> started(), RunningDemo.class);
            demo.awaitFigures();
            return demo;
        }

        private static RunningDemo started() {
            try {
                return new RunningDemo();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
