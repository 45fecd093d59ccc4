using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Abstractions;

/// <summary>A method is given the feedback of its call by a parameter, which is none of its arguments.</summary>
[TestClass]
public sealed class FeedbackParameterTests
{
    [TestMethod]
    public async Task Feedback_is_filled_by_the_call_and_is_no_argument()
    {
        var connector = new TellingConnector();
        var feedback = new Told();
        var args = new InvokeArgs("t", "", "Tell", [new InvokeArg("", "first"), new InvokeArg("", 2L)]) { Feedback = feedback };

        var result = await connector.InvokeAsync(args, CancellationToken.None);

        result.Value.Should().Be("first2True");
        feedback.Messages.Should().ContainSingle().Which.Text.Should().Be("first");
        connector.Methods.Should().ContainSingle().Which.Parameters.Select(parameter => parameter.Name).Should().Equal("text", "number");
    }

    [TestMethod]
    public async Task Call_that_nobody_follows_has_a_silent_feedback()
    {
        var result = await new TellingConnector().InvokeAsync(new InvokeArgs("t", "", "Tell", [new InvokeArg("text", "a")]), CancellationToken.None);

        result.Value.Should().Be("a0False");
    }

    [Connector("Telling")]
    private sealed class TellingConnector : Connector
    {
        [ConnectorMethod]
        public string Tell(string text, ICallFeedback feedback, int number = 0)
        {
            feedback.Tell(new UserMessage(text));
            return $"{text}{number}{feedback.IsFollowed}";
        }
    }

    private sealed class Told : ICallFeedback
    {
        public List<UserMessage> Messages { get; } = [];

        public bool IsFollowed => true;

        public void ReportProgress(int? percent, string text, object? extra = null)
        {
        }

        public void Tell(UserMessage message) => Messages.Add(message);

        public void Notify(UserNotice notice)
        {
        }
    }
}
