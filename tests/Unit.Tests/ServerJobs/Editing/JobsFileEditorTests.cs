using System.Runtime.Versioning;
using System.Text;
using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobsFileEditorTests
{
    private const string Two = """
        {
          // Работает с утра.
          "jobs": [
            { "id": "one", "name": "Первое", "call": "A:B", "period": "0:00:30" }, // the first
            /* kept */
            {
              "id": "two",
              "call": "A:B",
              "period": "0:00:30" // half a minute
            } // the last
          ]
        }
        """;

    private const string New = """{"id":"three","name":"Третье","call":"A:B","period":"0:01:00"}""";

    [TestMethod]
    public void A_job_is_added_behind_the_last_one_and_everything_else_stays_as_written()
    {
        using var bench = new EditorBench(Two);

        var reply = bench.Editor.Add(EditorBench.Json(New), bench.Revision, "иванов");

        reply.Verdict.Should().Be(JobsEditVerdict.Done);
        bench.Text.Should().Be(Two.Replace("    } // the last\n", "    }, // the last\n    { \"id\": \"three\", \"name\": \"Третье\", \"call\": \"A:B\", \"period\": \"0:01:00\" }\n", StringComparison.Ordinal));
        reply.Revision.Should().Be(bench.Revision);
    }

    [TestMethod]
    public void A_change_is_in_force_at_once_and_leaves_a_line_in_the_log()
    {
        using var bench = new EditorBench(Two);
        var before = bench.Revision;

        bench.Editor.Add(EditorBench.Json(New), before, "иванов");

        bench.File.Current.Jobs.Select(job => job.Id).Should().Equal("one", "two", "three");
        bench.Logger.Records.Should().ContainSingle(record => record.Id == 3160).Which.Text.Should().Contain("three").And.Contain("иванов").And.Contain(before).And.Contain(bench.Revision);
    }

    [TestMethod]
    [DataRow("""{"jobs":[]}""", "{\"jobs\":[\n  { \"id\": \"a\", \"call\": \"A:B\", \"period\": \"0:00:01\" }\n]}")]
    [DataRow("{\n  \"jobs\": [\n  ]\n}\n", "{\n  \"jobs\": [\n    { \"id\": \"a\", \"call\": \"A:B\", \"period\": \"0:00:01\" }\n  ]\n}\n")]
    [DataRow("{\"jobs\":[{\"id\":\"b\",\"call\":\"A:B\",\"period\":\"0:00:01\"},]}", "{\"jobs\":[{\"id\":\"b\",\"call\":\"A:B\",\"period\":\"0:00:01\"},\n{ \"id\": \"a\", \"call\": \"A:B\", \"period\": \"0:00:01\" }]}")]
    [DataRow("{\"jobs\":[ /* , [ ] */ ]}", "{\"jobs\":[\n  { \"id\": \"a\", \"call\": \"A:B\", \"period\": \"0:00:01\" }\n /* , [ ] */ ]}")]
    public void A_list_of_any_shape_takes_a_job(string before, string after)
    {
        using var bench = new EditorBench(before);

        bench.Editor.Add(EditorBench.Json("""{"id":"a","call":"A:B","period":"0:00:01"}"""), null, "x");

        bench.Text.Should().Be(after);
    }

    [TestMethod]
    public void Line_ends_of_Windows_and_the_byte_order_mark_stay()
    {
        byte[] file = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Two.Replace("\n", "\r\n", StringComparison.Ordinal))];
        using var bench = new EditorBench(file);

        bench.Editor.Add(EditorBench.Json(New), null, "x");
        bench.Editor.Enable("two", false, null, "x");

        var text = Encoding.UTF8.GetString(bench.Bytes);
        bench.Bytes.Should().StartWith(file[..3]);
        text.Replace("\r\n", "", StringComparison.Ordinal).Should().NotContain("\n").And.NotContain("\r");
        text.Should().Contain("\"period\": \"0:00:30\", // half a minute\r\n      \"enabled\": false\r\n    }, // the last\r\n    { \"id\": \"three\"");
        bench.File.Current.Jobs.Should().HaveCount(3);
    }

    [TestMethod]
    public void A_job_is_replaced_in_its_place_and_loses_only_its_own_comments()
    {
        using var bench = new EditorBench(Two);

        var reply = bench.Editor.Replace("TWO", EditorBench.Json("""{"call":"C:D","period":"0:00:05"}"""), bench.Revision, "x");

        reply.Message.Should().Contain("comments");
        bench.Text.Should().Contain("    /* kept */\n    { \"id\": \"two\", \"call\": \"C:D\", \"period\": \"0:00:05\" } // the last\n");
    }

    [TestMethod]
    public void A_job_keeps_its_id_when_it_is_replaced()
    {
        using var bench = new EditorBench(Two);

        var reply = bench.Editor.Replace("two", EditorBench.Json(New), null, "x");

        reply.Verdict.Should().Be(JobsEditVerdict.Wrong);
        reply.Message.Should().Contain("'two'").And.Contain("'three'");
        bench.Text.Should().Be(Two);
    }

    [TestMethod]
    public void A_copy_is_switched_off_and_has_a_title_of_its_own()
    {
        using var bench = new EditorBench(Two);

        var reply = bench.Editor.Copy("one", "one more", "Ещё одно", null, "x");

        (reply.Verdict, reply.JobId).Should().Be((JobsEditVerdict.Done, "one more"));
        bench.File.Current.Jobs[2].Should().BeEquivalentTo(bench.File.Current.Jobs[0] with { Id = "one more", Name = "Ещё одно", Enabled = false });
    }

    [TestMethod]
    public void A_job_is_switched_off_and_on_again_in_its_own_place()
    {
        using var bench = new EditorBench(Two);

        bench.Editor.Enable("one", false, null, "x");
        var off = bench.Text;
        bench.Editor.Enable("one", true, null, "x");

        off.Should().Be(Two.Replace("\"0:00:30\" },", "\"0:00:30\", \"enabled\": false },", StringComparison.Ordinal));
        bench.Text.Should().Be(off.Replace("false", "true", StringComparison.Ordinal));
    }

    [TestMethod]
    public void A_change_that_changes_nothing_is_not_written()
    {
        using var bench = new EditorBench(Two);
        bench.Editor.Enable("one", false, null, "x");
        bench.Editor.Text.BeforeRename = () => throw new InvalidOperationException("Nothing was to be written.");

        var reply = bench.Editor.Enable("one", false, null, "x");

        (reply.Verdict, reply.Revision).Should().Be((JobsEditVerdict.Done, bench.Revision));
        bench.Logger.Records.Count(record => record.Id == 3160).Should().Be(1);
    }

    [TestMethod]
    [DataRow("one", "    /* kept */\n    {\n      \"id\": \"two\"")]
    [DataRow("two", "// the first\n    /* kept */\n")]
    public void A_deleted_job_takes_its_comma_along(string id, string left)
    {
        using var bench = new EditorBench(Two);

        var reply = bench.Editor.Delete(id, bench.Revision, "x");

        reply.Verdict.Should().Be(JobsEditVerdict.Done);
        bench.File.Current.Jobs.Should().ContainSingle().Which.Id.Should().NotBe(id);
        bench.File.Trouble.Should().BeNull();
        bench.Text.Should().Contain(left).And.Contain("Работает с утра.");
    }

    [TestMethod]
    public void The_only_job_is_deleted_and_another_put_in_its_place()
    {
        using var bench = new EditorBench("{\n  \"jobs\": [\n    { \"id\": \"one\", \"call\": \"A:B\", \"period\": \"0:00:30\" }\n  ]\n}\n");

        bench.Editor.Delete("one", null, "x");
        var empty = bench.Text;
        bench.Editor.Add(EditorBench.Json(New), null, "x");

        empty.Should().Be("{\n  \"jobs\": [\n  ]\n}\n");
        bench.File.Current.Jobs.Should().ContainSingle().Which.Id.Should().Be("three");
    }

    [TestMethod]
    public void A_change_of_an_older_revision_is_refused_and_says_what_to_do()
    {
        using var bench = new EditorBench(Two);
        var old = bench.Revision;
        bench.Editor.Enable("one", false, old, "first");
        var text = bench.Text;

        var reply = bench.Editor.Delete("two", old, "second");

        reply.Verdict.Should().Be(JobsEditVerdict.Changed);
        reply.Message.Should().Contain("Read the job again");
        reply.Revision.Should().Be(bench.Revision).And.NotBe(old);
        bench.Text.Should().Be(text);
    }

    [TestMethod]
    public void A_change_by_a_person_while_ours_is_being_written_wins()
    {
        using var bench = new EditorBench(Two);
        bench.Editor.Text.BeforeRename = () => File.WriteAllText(bench.FilePath, """{"jobs":[]}""");

        var reply = bench.Editor.Delete("two", null, "x");

        reply.Verdict.Should().Be(JobsEditVerdict.Changed);
        bench.Text.Should().Be("""{"jobs":[]}""");
        bench.Files.Should().Equal("jobs.json");
    }

    [TestMethod]
    public void A_process_that_ends_before_the_rename_leaves_the_old_file_and_the_next_change_clears_up()
    {
        using var bench = new EditorBench(Two);
        bench.Editor.Text.BeforeRename = () => throw new OperationCanceledException("killed");
        bench.Editor.Invoking(editor => editor.Delete("two", null, "x")).Should().Throw<OperationCanceledException>();
        var (after, files) = (bench.Text, bench.Files.ToList());

        var reply = bench.NewEditor().Delete("two", bench.Revision, "x");

        after.Should().Be(Two);
        files.Should().Equal("jobs.json", "jobs.json.new");
        reply.Verdict.Should().Be(JobsEditVerdict.Done);
        bench.Files.Should().Equal("jobs.json");
    }

    [TestMethod]
    public async Task Of_many_editors_at_once_none_loses_anothers_change()
    {
        using var bench = new EditorBench("""{"jobs":[]}""");

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(at => Task.Run(() =>
            bench.Editor.Add(EditorBench.Json($$"""{"id":"job {{at}}","call":"A:B","period":"0:00:30"}"""), null, "x"))));

        replies.Should().OnlyContain(reply => reply.Verdict == JobsEditVerdict.Done);
        bench.File.Current.Jobs.Select(job => job.Id).Should().BeEquivalentTo(Enumerable.Range(0, 40).Select(at => $"job {at}"));
    }

    [TestMethod]
    public async Task Of_many_editors_with_one_revision_one_succeeds()
    {
        using var bench = new EditorBench(Two);
        var revision = bench.Revision;

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => bench.Editor.Copy("one", $"copy {at}", null, revision, "x"))));

        replies.Count(reply => reply.Verdict == JobsEditVerdict.Done).Should().Be(1);
        replies.Count(reply => reply.Verdict == JobsEditVerdict.Changed).Should().Be(7);
        bench.File.Current.Jobs.Should().HaveCount(3);
    }

    [TestMethod]
    public void A_wrong_entry_is_refused_with_all_that_is_wrong_and_nothing_is_written()
    {
        using var bench = new EditorBench(Two);

        var reply = bench.Editor.Add(EditorBench.Json("""{"id":"three","call":"nothing","period":"soon","colour":"red"}"""), null, "x");

        reply.Verdict.Should().Be(JobsEditVerdict.Wrong);
        reply.Problems.Select(problem => problem.Path).Should().BeEquivalentTo("jobs[2].call", "jobs[2].period", "jobs[2].colour");
        reply.Message.Should().NotContain(bench.FilePath);
        bench.Text.Should().Be(Two);
    }

    [TestMethod]
    [DataRow("[]")]
    [DataRow("1")]
    [DataRow("{}")]
    [DataRow("""{"id":5,"call":"A:B","period":"0:00:01"}""")]
    public void What_is_no_entry_is_refused(string entry)
    {
        using var bench = new EditorBench(Two);

        bench.Editor.Add(EditorBench.Json(entry), null, "x").Verdict.Should().Be(JobsEditVerdict.Wrong);

        bench.Text.Should().Be(Two);
    }

    [TestMethod]
    public void A_mistake_in_another_entry_is_nobodys_hindrance()
    {
        using var bench = new EditorBench("""{"jobs":[{"id":"bad","call":"A:B","period":"soon"},{"id":"one","call":"A:B","period":"0:00:30"},{"id":"worse","call":"A:B"}]}""");

        var reply = bench.Editor.Delete("one", null, "x");

        reply.Verdict.Should().Be(JobsEditVerdict.Done);
        bench.File.Current.Problems.Should().HaveCount(2);
    }

    [TestMethod]
    public void A_wrong_entry_can_be_read_and_mended()
    {
        using var bench = new EditorBench("""{"jobs":[{"id":"bad","call":"A:B","period":"soon"}]}""");

        var view = bench.Editor.Read("BAD");
        var reply = bench.Editor.SetPeriod("bad", "0:00:10", view.Revision, "x");

        view.Entry!.Value.GetProperty("period").GetString().Should().Be("soon");
        view.Problems.Should().ContainSingle();
        reply.Verdict.Should().Be(JobsEditVerdict.Done);
        bench.File.Current.Jobs.Should().ContainSingle().Which.Timetable.Period.Should().Be(JobPeriod.Parse("0:00:10", "bad"));
    }

    [TestMethod]
    public void An_id_in_use_and_an_unknown_one_are_told_apart()
    {
        using var bench = new EditorBench(Two);

        var taken = bench.Editor.Add(EditorBench.Json("""{"id":"ONE","call":"A:B","period":"0:00:30"}"""), null, "x");
        var unknown = bench.Editor.Enable("eleven", true, null, "x");

        (taken.Verdict, unknown.Verdict).Should().Be((JobsEditVerdict.Taken, JobsEditVerdict.NotFound));
        unknown.Message.Should().Contain("one, two");
    }

    [TestMethod]
    public void A_read_only_file_is_left_alone_and_named()
    {
        using var bench = new EditorBench(Two);
        File.SetAttributes(bench.FilePath, FileAttributes.ReadOnly);

        var reply = bench.Editor.Delete("two", null, "x");

        File.SetAttributes(bench.FilePath, FileAttributes.Normal);
        reply.Verdict.Should().Be(JobsEditVerdict.NotWritten);
        reply.Message.Should().Contain(bench.FilePath).And.Contain("read-only");
        reply.MessageRu.Should().Contain("не удаётся записать");
        bench.Text.Should().Be(Two);
    }

    [TestMethod]
    public void A_broken_file_is_not_made_worse()
    {
        using var bench = new EditorBench(Two);
        File.WriteAllText(bench.FilePath, "{\"jobs\":[");

        var reply = bench.Editor.Delete("two", null, "x");

        reply.Verdict.Should().Be(JobsEditVerdict.Unusable);
        reply.Message.Should().Contain("not JSON");
        bench.Text.Should().Be("{\"jobs\":[");
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
    [UnsupportedOSPlatform("windows")]
    public void A_file_behind_a_link_is_changed_there_and_keeps_its_rights()
    {
        using var elsewhere = new EditorBench(Two);
        using var bench = new EditorBench(Two);
        File.SetUnixFileMode(elsewhere.FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.Delete(bench.FilePath);
        File.CreateSymbolicLink(bench.FilePath, elsewhere.FilePath);

        bench.Editor.Enable("one", false, null, "x");

        File.ResolveLinkTarget(bench.FilePath, returnFinalTarget: true)!.FullName.Should().Be(elsewhere.FilePath);
        elsewhere.Text.Should().Contain("\"enabled\": false");
        File.GetUnixFileMode(elsewhere.FilePath).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
    }

    [TestMethod]
    public void A_long_entry_gets_a_line_for_each_property()
    {
        using var bench = new EditorBench(Two);

        bench.Editor.Add(EditorBench.Json($$$"""{"id":"long","name":"{{{new string('я', 150)}}}","call":"A:B","period":"0:01:00","retries":{"count":2,"delay":"0:00:10"}}"""), null, "x");

        bench.Text.Should().Contain($"    {{\n      \"id\": \"long\",\n      \"name\": \"{new string('я', 150)}\",\n").And.Contain("\n      \"retries\": { \"count\": 2, \"delay\": \"0:00:10\" }\n    }\n");
        bench.File.Current.Jobs.Should().HaveCount(3);
    }
}
