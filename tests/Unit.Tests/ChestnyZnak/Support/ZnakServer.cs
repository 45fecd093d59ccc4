using Cleverence.Connectivity.Exchange;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak;

/// <summary>What one server makes of its settings: several of them may work against one emulator and one store.</summary>
internal sealed class ZnakServer : IDisposable
{
    public ZnakServer(ZnakSettings settings, HeldRecords records, ISigners signers, TimeProvider? time = null)
    {
        Time = time ?? TimeProvider.System;
        Records = records;
        Plan = ZnakPlan.Read(settings);
        Sender = new ZnakSender(Plan, null, Time);
        Tokens = new TokenCache(Plan, signers, new SignInCalls(Plan, Sender, Time), new TokenRecords(records), null, Time);
        Caller = new ZnakCaller(Plan, Sender, Tokens);
    }

    public TimeProvider Time { get; }

    public HeldRecords Records { get; }

    public ZnakPlan Plan { get; }

    public ZnakSender Sender { get; }

    public TokenCache Tokens { get; }

    public ZnakCaller Caller { get; }

    public static ZnakSettings SettingsOf(ChestnyZnakEmulator system, params IReadOnlyList<Organisation> organisations)
    {
        var settings = new ZnakSettings { Sandbox = new ZnakAddressSettings { TrueApi = $"{system.TrueApi}", Suz = $"{system.Suz}", Cdn = $"{system.Cdn}" } };
        settings.Limits.TrueApiPerSecond = 50;
        settings.Limits.SuzPerSecond = 100;
        foreach (var organisation in organisations)
        {
            settings.Organisations.Add(new ZnakOrganisationSettings
            {
                Inn = organisation.Inn,
                Contour = "sandbox",
                Signer = "key",
                OmsId = organisation.OmsId,
                OmsConnection = organisation.OmsConnection,
                Exclusive = true,
            });
        }

        return settings;
    }

    public void Dispose() => Sender.Dispose();
}
