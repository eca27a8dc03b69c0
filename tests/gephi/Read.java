import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Opens files as somebody does in Gephi, and prints what Gephi holds then: one JSON object a file.
 *
 * Arguments: pairs of an edge merge strategy as Gephi calls it ("SUM", its default, or "NO_MERGE") and a file.
 */
public final class Read {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);  // what a library prints is not part of the answer
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        for (int i = 0; i < arguments.length; i += 2) {
            Workspace workspace = projects.newWorkspace(projects.getCurrentProject());
            projects.openWorkspace(workspace);
            out.println(read(EdgeMergeStrategy.valueOf(arguments[i]), new File(arguments[i + 1]), workspace));
            projects.deleteWorkspace(workspace);
        }
        out.flush();
        System.exit(0);
    }

    private static String read(EdgeMergeStrategy strategy, File file, Workspace workspace) throws Exception {
        ImportController importing = Lookup.getDefault().lookup(ImportController.class);
        Container container = importing.importFile(file);
        Report report = container.getReport();
        report.close();  // else its issues are not told
        List<String> issues = new ArrayList<>();
        for (java.util.Iterator<Issue> all = report.getIssues(1000); all.hasNext();) {
            Issue issue = all.next();
            issues.add(text(issue.getLevel() + ": " + issue.getMessage()));
        }
        container.getLoader().setEdgesMergeStrategy(strategy);
        importing.process(container, new DefaultProcessor(), workspace);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        DirectedGraph graph = model.getDirectedGraph();
        List<String> nodes = new ArrayList<>();
        for (Node node : graph.getNodes().toArray()) {
            nodes.add("{" + String.join(", ",
                field("id", text(node.getId().toString())),
                field("label", text(node.getLabel())),
                field("values", values(node))) + "}");
        }
        List<String> edges = new ArrayList<>();
        for (Edge edge : graph.getEdges().toArray()) {
            List<String> days = new ArrayList<>();
            if (edge.getAttribute("timeset") instanceof IntervalSet times) {
                for (Interval time : times.toArray()) {
                    days.add("[" + number(time.getLow()) + ", " + number(time.getHigh()) + "]");
                }
            }
            edges.add("{" + String.join(", ",
                field("source", text(edge.getSource().getId().toString())),
                field("target", text(edge.getTarget().getId().toString())),
                field("type", text(edge.getTypeLabel() == null ? null : edge.getTypeLabel().toString())),
                field("label", text(edge.getLabel())),
                field("weight", number(edge.getWeight())),
                field("directed", String.valueOf(edge.isDirected())),
                field("days", days.toString()),
                field("values", values(edge))) + "}");
        }
        return "{" + String.join(", ",
            field("dynamic", String.valueOf(model.isDynamic())),
            field("issues", issues.toString()),
            field("nodes", nodes.toString()),
            field("edges", edges.toString())) + "}";
    }

    /** The columns of the data laboratory that a file brought, by title. */
    private static String values(Element element) {
        List<String> found = new ArrayList<>();
        for (Column column : element.getTable().toArray()) {
            Object value = column.isProperty() ? null : element.getAttribute(column);
            if (value != null) {
                boolean bare = value instanceof Number || value instanceof Boolean;
                found.add(field(column.getTitle(), bare ? value.toString() : text(value.toString())));
            }
        }
        return "{" + String.join(", ", found) + "}";
    }

    private static String field(String name, String json) {
        return text(name) + ": " + json;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.valueOf(value) : "null";
    }

    private static String text(String value) {
        if (value == null) {
            return "null";
        }
        StringBuilder json = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
