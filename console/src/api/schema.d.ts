/* Made by `npm run console:api` from the service itself: do not edit. */
export interface paths {
    "/api/customer/direct-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a payment that a provider took: nothing moves in the wallet */
        post: operations["cardPaymentRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/manual-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay from the wallet: the payment record and the wallet transaction are recorded as one */
        post: operations["manualPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/wallet-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer's wallet with what happened in it last */
        get: operations["walletInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is for sale: everywhere, or in one store */
        get: operations["productList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve one request of the caller, with the PIN of somebody else */
        post: operations["approvalCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who can approve */
        get: operations["approverList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvers/{subject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody's PIN away */
        delete: operations["approverRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvers/me/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set your own PIN: by it you approve what others ask for */
        put: operations["approverPinSet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All assets */
        get: operations["assetList"];
        put?: never;
        /** Add an asset */
        post: operations["assetCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that was done, by whom and from where, newest first */
        get: operations["auditList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filtered audit trail as CSV; the last record has the number of rows and the SHA-256 of what is before it */
        get: operations["auditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Many operations in one request, each with an outcome of its own */
        post: operations["operationBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checkpoint-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that ever signed checkpoints here */
        get: operations["checkpointKeyList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signed checkpoints of the ledger’s log, newest first */
        get: operations["checkpointList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checkpoints/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What shows that a later log begins with an earlier one: that nothing was changed in between */
        get: operations["checkpointConsistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checkpoints/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest signed checkpoint */
        get: operations["checkpointLatest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console-discards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a queued write of a till was discarded; a cashier's needs an approval */
        post: operations["discardRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a console has to know before anyone has signed in */
        get: operations["consoleSettingsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credit-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The limits for everybody who has none of their own */
        get: operations["creditLimitList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credit-limits/{asset_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set how much everybody may owe in an asset who has no limit of their own */
        put: operations["creditLimitSet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a wallet for a customer */
        post: operations["walletCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/wallet/{walletId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a wallet holds */
        get: operations["customerWalletBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/wallet/{walletId}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in a wallet, newest first; the Link header leads to the next page */
        get: operations["customerWalletTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/wallet/{walletId}/transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transaction of a wallet by its number */
        get: operations["customerWalletTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/wallet/add-funds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Credit what a customer has paid in */
        post: operations["walletAddFunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/wallet/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a customer a reward: money, points or any other asset */
        post: operations["walletCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/wallet/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay for a service from a wallet */
        post: operations["walletPay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer/wallet/withdraw-funds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay out to a customer's bank */
        post: operations["walletWithdrawFunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All customers with what they hold and owe, page by page */
        get: operations["customerList"];
        put?: never;
        /** Add a customer; without an id, one is made */
        post: operations["customerCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a customer's particulars; null removes one */
        patch: operations["customerChange"];
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/credit-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The limits that were set for one customer */
        get: operations["customerCreditLimitList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/credit-limits/{asset_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set how much a customer may owe in an asset; slips beyond it are refused */
        put: operations["customerCreditLimitSet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a customer's personal data for ever; the books stay */
        post: operations["customerErase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop all debits of a customer's accounts */
        post: operations["customerFreeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer held and owed, what happened, and what they held and owed then; minor units */
        get: operations["statementRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/statement.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement as text/csv */
        get: operations["statementExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement as application/pdf */
        get: operations["statementPrint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take debits again */
        post: operations["customerUnfreeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries of all accounts, newest first, with whose and who's behind them */
        get: operations["entryList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filtered entries as CSV; the last record has the number of rows and the SHA-256 of what is before it */
        get: operations["entryExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All events in their order, page by page */
        get: operations["eventList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service can work */
        get: operations["healthRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process works, whatever becomes of its database: where this is not answered, restart it */
        get: operations["healthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests should be sent here */
        get: operations["healthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the last verification of the books found */
        get: operations["integrityRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrity/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify the books now, or join the verification that is under way */
        post: operations["integrityRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrity/wallets/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verify the wallet transactions of one customer now */
        get: operations["walletIntegrityRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/point-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules by which customers earn points */
        get: operations["pointRuleList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/point-rules/{action}/{asset_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set how an action in an asset earns points, from the next transaction on */
        put: operations["pointRulePut"];
        post?: never;
        /** Remove a rule: the action earns no more points */
        delete: operations["pointRuleDelete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key that browsers subscribe with: `applicationServerKey` of `pushManager.subscribe` */
        get: operations["pushKeyRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The browsers in which a customer is told, the newest first */
        get: operations["pushSubscriptionList"];
        put?: never;
        /**
         * Tell a customer in this browser what becomes of their money; again to renew it or to choose otherwise
         * @description A browser has one customer: what was subscribed for another one before ends. The messages are described in docs/operating/push.md.
         */
        post: operations["pushSubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Tell the customer nothing more in a browser, from the next message on */
        delete: operations["pushUnsubscribe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link that opens this receipt, and nothing else, without signing in */
        post: operations["receiptShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/debts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers owe now, by the age of their slips, and who owes most: each currency for itself */
        get: operations["debtReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/debts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everyone who owes, by the age of their slips, as CSV */
        get: operations["debtReportExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money in and out by day, what is held and owed, and how it was paid: each currency for itself */
        get: operations["flowReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/flow.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The days of the flow report as CSV */
        get: operations["flowReportExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared-receipts/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt behind a link */
        get: operations["sharedReceiptRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared-receipts/{token}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt behind a link as PDF */
        get: operations["sharedReceiptPrint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared-receipts/{token}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What shows that the receipt behind a link stands in the books as it was recorded */
        get: operations["sharedReceiptProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transaction with its entries */
        get: operations["transactionRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transaction with its flow, who asked for it, its events and its neighbours */
        get: operations["transactionDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What shows that a transaction stands in the books as it was recorded, to anybody who has the public key */
        get: operations["transactionProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transaction as its customer keeps it; minor units */
        get: operations["receiptRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt as PDF */
        get: operations["receiptPrint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a transaction back by one that mirrors it */
        post: operations["transactionReverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer's own wallet; staff and services name whose */
        get: operations["walletOwn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{user_id}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer holds: in one asset, or in all */
        get: operations["walletBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{user_id}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries of a customer's wallet, newest first */
        get: operations["walletTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/bonus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a customer a bonus */
        post: operations["walletBonus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay the house from a wallet */
        post: operations["walletSpend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/topup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Credit what a customer has paid in */
        post: operations["walletTopup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All webhooks of the ledger */
        get: operations["webhookList"];
        put?: never;
        /** Have events sent to an address from now on. The secret is in this answer alone */
        post: operations["webhookCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["webhookRead"];
        put?: never;
        post?: never;
        /** Remove a webhook and all that is known of its deliveries */
        delete: operations["webhookDelete"];
        options?: never;
        head?: never;
        /** Change a webhook, pause it, or have it go on with all that it has missed */
        patch: operations["webhookChange"];
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a webhook was told or is to be told, newest first */
        get: operations["webhookDeliveryList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery, with what is sent */
        get: operations["webhookDeliveryRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event again, under the same id */
        post: operations["webhookDeliveryRedeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send all dead deliveries of a webhook again */
        post: operations["webhookDeliveryRedeliverDead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a new secret in place. For a while each message is signed with both */
        post: operations["webhookSecretRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event of the type webhook.test, once, to a paused webhook too */
        post: operations["webhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/apply-wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a slip down with what the customer's wallet holds */
        post: operations["slipApplyWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/audit-trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every recorded operation with who asked for it, newest first */
        get: operations["auditTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/balance/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer holds and owes: in one currency, or in all */
        get: operations["customerBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/credit-slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record goods that were taken and not yet paid */
        post: operations["slipCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/credit-slips/{slip_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One credit slip, whatever its status */
        get: operations["slipRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/credit-slips/{slip_id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a sale back; what was paid goes to the wallet */
        post: operations["slipVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/history/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries of a customer's wallet and debt in one currency, newest first */
        get: operations["customerHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a payment, and which slips and how much of the wallet it pays */
        post: operations["paymentProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/slips/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer's open and partially paid slips, oldest first */
        get: operations["slipList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallet/store-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep change that the till could not give in the wallet */
        post: operations["changeStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer by id, or those that match a text, best first */
        get: operations["customerSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /**
             * @description The same in every language
             * @enum {string}
             */
            code: "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "RATE_LIMITED" | "UNAUTHENTICATED" | "FORBIDDEN" | "APPROVAL_REQUIRED" | "APPROVAL_INVALID" | "APPROVER_REFUSED" | "APPROVER_LOCKED" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "CARD_DATA_REFUSED" | "VALIDATION_ERROR" | "DUPLICATE_IDEMPOTENCY_KEY" | "ASSET_NOT_FOUND" | "TRANSACTION_NOT_FOUND" | "SAME_WALLET" | "WALLET_NOT_FOUND" | "CUSTOMER_ACCOUNT_NOT_FOUND" | "CREDIT_SLIP_NOT_FOUND" | "WALLET_EXISTS" | "NOT_REVERSIBLE" | "ALREADY_REVERSED" | "INVALID_SLIP_STATUS" | "ACCOUNT_FROZEN" | "INSUFFICIENT_FUNDS" | "INSUFFICIENT_WALLET_BALANCE" | "CREDIT_LIMIT_EXCEEDED" | "PAYMENT_ALLOCATION_ERROR" | "BALANCE_LIMIT" | "CUSTOMER_EXISTS" | "APPROVER_NOT_FOUND" | "RECEIPT_NOT_FOUND" | "POINT_RULE_NOT_FOUND" | "PUSH_SUBSCRIPTION_NOT_FOUND" | "WEBHOOK_NOT_FOUND" | "WEBHOOK_DELIVERY_NOT_FOUND" | "WEBHOOK_LIMIT" | "ADDRESS_REFUSED" | "PUSH_SUBSCRIPTION_LIMIT" | "ASSET_EXISTS" | "CHECKPOINT_NOT_FOUND" | "PROOF_UNAVAILABLE" | "LEDGER_CLOSED" | "UNAVAILABLE" | "INTERNAL";
            /** @description What is wrong with this very request */
            detail: string;
            /** @description Amounts in minor units, as text */
            details?: {
                [key: string]: string;
            };
            /** @description What is wrong, by field */
            errors?: {
                field: string;
                message: string;
            }[];
            /** @description Names the request; its id is also in the x-request-id header */
            instance: string;
            status: number;
            title: string;
            type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    cardPaymentRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Major units of the asset, with at most its decimal digits */
                    amount: number;
                    /** @description Code of the asset, such as USD */
                    currency?: string;
                    /** @description Whose payment it is: for staff and services; a customer pays for themselves */
                    customerId?: number | string;
                    /** @description What is paid for, in words */
                    description?: string;
                    /** @description Who took the payment, such as stripe */
                    provider: string;
                    /** @description The provider's own number for the payment, never a card's */
                    providerReference: string;
                    /** @description What is paid for, such as an order */
                    serviceId?: number | string;
                };
            };
        };
        responses: {
            /** @description Recorded, or recorded before: then with the header Idempotent-Replayed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Major units, exact to the last digit */
                            amount: number;
                            currency: string;
                            /** @description A number where it is one */
                            customerId: number | string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            status: "PAID";
                            walletTransactionId: null;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset. WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    manualPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Major units of the asset, with at most its decimal digits */
                    amount: number;
                    /** @description Code of the asset, such as USD */
                    currency?: string;
                    /** @description Whose payment it is: for staff and services; a customer pays for themselves */
                    customerId?: number | string;
                    /** @description What is paid for, in words */
                    description?: string;
                    /** @description What is paid for, such as an order */
                    serviceId?: number | string;
                };
            };
        };
        responses: {
            /** @description Recorded, or recorded before: then with the header Idempotent-Replayed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            paymentRecord: {
                                /** @description Major units, exact to the last digit */
                                amount: number;
                                currency: string;
                                /** @description A number where it is one */
                                customerId: number | string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                status: "PAID";
                                /** Format: uuid */
                                walletTransactionId: string;
                            };
                            walletTransaction: {
                                /** @description Major units, exact to the last digit */
                                amount: number;
                                /** @description Major units, exact to the last digit */
                                balanceAfter: number;
                                /** @description Major units, exact to the last digit */
                                balanceBefore: number;
                                /** Format: uuid */
                                id: string;
                                metadata: {
                                    /** Format: uuid */
                                    paymentRecordId?: string;
                                };
                                /** @enum {string} */
                                status: "COMPLETED";
                                /** @description Such as PAYMENT or DEPOSIT */
                                transactionType: string;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset. WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. ACCOUNT_FROZEN: the account is frozen and takes no debits. INSUFFICIENT_FUNDS: the wallet holds less than the amount */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walletInfo: {
        parameters: {
            query?: {
                /** @description Code of the asset, such as USD */
                currency?: string;
                /** @description Needed for staff and services */
                customerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Major units, exact to the last digit */
                            balance: number;
                            currency: string;
                            recentTransactions: {
                                /** @description Major units, exact to the last digit */
                                amount: number;
                                /** @description Major units, exact to the last digit */
                                balanceAfter: number;
                                /** @description Major units, exact to the last digit */
                                balanceBefore: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: uuid */
                                id: string;
                                metadata: {
                                    /** Format: uuid */
                                    paymentRecordId?: string;
                                };
                                /** @enum {string} */
                                status: "COMPLETED";
                                /** @description Such as PAYMENT or DEPOSIT */
                                transactionType: string;
                            }[];
                            walletId: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset. WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    productList: {
        parameters: {
            query?: {
                /** @description Only what this store sells */
                store_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        respBody: {
                            items: {
                                category_id: string | null;
                                color: string | null;
                                components: {
                                    /** @description How many of it */
                                    quantity: number;
                                    variant_id: string;
                                }[];
                                /** Format: date-time */
                                created_at: string;
                                deleted_at: string | null;
                                description: string | null;
                                form: string | null;
                                handle: string | null;
                                id: string;
                                image_url: string | null;
                                is_composite: boolean;
                                item_name: string;
                                modifier_ids: string[];
                                option1_name: string | null;
                                option2_name: string | null;
                                option3_name: string | null;
                                primary_supplier_id: string | null;
                                reference_id: string | null;
                                sold_by_weight: boolean;
                                tax_ids: string[];
                                track_stock: boolean;
                                /** Format: date-time */
                                updated_at: string;
                                use_production: boolean;
                                variants: {
                                    barcode: string | null;
                                    cost: number | null;
                                    created_at: string | null;
                                    default_price: number | null;
                                    default_pricing_type: string;
                                    deleted_at: string | null;
                                    item_id: string;
                                    option1_value: string | null;
                                    option2_value: string | null;
                                    option3_value: string | null;
                                    purchase_cost: number | null;
                                    reference_variant_id: string | null;
                                    sku: string | null;
                                    stores: {
                                        available_for_sale: boolean;
                                        low_stock: number | null;
                                        optimal_stock: number | null;
                                        price: number | null;
                                        pricing_type: string;
                                        store_id: string;
                                    }[];
                                    updated_at: string | null;
                                    variant_id: string;
                                }[];
                            }[];
                        };
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHORIZED_ACCESS: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description INTERNAL_SERVER_ERROR: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
        };
    };
    approvalCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As their token names them */
                    approver: string;
                    /** @description The request's body */
                    body: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description The request's operationId
                     * @enum {string}
                     */
                    operation: "transactionReverse" | "slipVoid" | "slipCreate" | "walletWithdrawFunds" | "walletBonus" | "walletCredit" | "discardRecord";
                    /** @description Where the request will be sent, such as /api/v1/transactions/{id}/reverse */
                    path: string;
                    /** @description 4 to 12 digits */
                    pin: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            approval_id: string;
                            approver: string;
                            /** Format: date-time */
                            expires_at: string;
                            /** @description Goes into the header Approval of that request, beside an Idempotency-Key */
                            token: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that. APPROVER_REFUSED: the approver or the PIN is not right. APPROVER_LOCKED: the PIN was wrong too often: its owner has to set another */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approverList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            approvers: {
                                /** Format: date-time */
                                changed_at: string;
                                /** @description Whether the PIN was wrong too often */
                                locked: boolean;
                                /** @description When the PIN was set */
                                role: string;
                                subject: string;
                            }[];
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approverRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As their token names them */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            subject: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description APPROVER_NOT_FOUND: nobody with this name has a PIN */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approverPinSet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 4 to 12 digits */
                    pin: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            subject: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assetList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            assets: {
                                /** @description Code of the asset, such as USD */
                                code: string;
                                /** @description How many decimal digits one major unit has */
                                decimal_places: number;
                                /** @description Name to show */
                                name: string;
                            }[];
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assetCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Code of the asset, such as USD */
                    code: string;
                    /** @description How many decimal digits one major unit has */
                    decimal_places: number;
                    /** @description Name to show */
                    name: string;
                };
            };
        };
        responses: {
            /** @description It is there already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Code of the asset, such as USD */
                            code: string;
                            /** @description How many decimal digits one major unit has */
                            decimal_places: number;
                            /** @description Name to show */
                            name: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Code of the asset, such as USD */
                            code: string;
                            /** @description How many decimal digits one major unit has */
                            decimal_places: number;
                            /** @description Name to show */
                            name: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_EXISTS: there is another asset with this code */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auditList: {
        parameters: {
            query: {
                /** @description Such as walletTopup or pointRulePut */
                action?: string;
                /** @description Who did it */
                actor?: string;
                /** @description `next_cursor` of the page before */
                cursor?: string;
                /** @description The customer's id */
                customer?: string;
                /** @description A time with an offset, or a day in UTC */
                from?: string;
                limit: number;
                /** @description Id of the operation, or what was changed */
                object?: string;
                /** @description Of a change; operations are found by their ids */
                request_id?: string;
                role?: "customer" | "staff" | "service" | "admin" | "cashier" | "supervisor" | "auditor";
                /** @description A time with an offset, or a day in UTC */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            lines: {
                                /** @description Such as walletTopup */
                                action: string;
                                actor: string;
                                customer_id: string | null;
                                /** @description What was done; of a profile the names of the fields alone. Amounts are texts of minor units */
                                data: {
                                    [key: string]: unknown;
                                } | null;
                                /** @description The user agent */
                                device: string;
                                endpoint: string;
                                /** Format: uuid */
                                id: string;
                                ip: string;
                                /**
                                 * @description An operation stands in the books; a change was made outside of them, such as to a profile
                                 * @enum {string}
                                 */
                                kind: "OPERATION" | "CHANGE";
                                method: string;
                                /** @description Id of the operation or of what it reverses, or what was changed */
                                object: string;
                                /** Format: date-time */
                                recorded_at: string;
                                request_id: string | null;
                                role: string;
                            }[];
                            next_cursor: string | null;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auditExport: {
        parameters: {
            query?: {
                /** @description Such as walletTopup or pointRulePut */
                action?: string;
                /** @description Who did it */
                actor?: string;
                /** @description The customer's id */
                customer?: string;
                /** @description A time with an offset, or a day in UTC */
                from?: string;
                /** @description Id of the operation, or what was changed */
                object?: string;
                /** @description Of a change; operations are found by their ids */
                request_id?: string;
                role?: "customer" | "staff" | "service" | "admin" | "cashier" | "supervisor" | "auditor";
                /** @description A time with an offset, or a day in UTC */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operationBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    operations: ({
                        /**
                         * Format: int64
                         * @description Minor units of the asset
                         */
                        amount: number;
                        /** @description Code of the asset, such as USD */
                        asset_code: string;
                        /** @description Kept to the letter; at most 8 KiB */
                        metadata?: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        operation: "walletTopup";
                        /** @description How the customer paid: names the clearing account. `external` where it is not given */
                        payment_method?: string;
                        /** @description Unique in the ledger for ever. Needed unless the Idempotency-Key header stands for it */
                        reference_id: string;
                        /** @description The customer's id */
                        user_id: string;
                    } | {
                        /**
                         * Format: int64
                         * @description Minor units of the asset
                         */
                        amount: number;
                        /** @description Code of the asset, such as USD */
                        asset_code: string;
                        /** @description Why the bonus is given */
                        bonus_type?: string;
                        /** @description Kept to the letter; at most 8 KiB */
                        metadata?: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        operation: "walletBonus";
                        /** @description Unique in the ledger for ever. Needed unless the Idempotency-Key header stands for it */
                        reference_id: string;
                        /** @description The customer's id */
                        user_id: string;
                    } | {
                        /**
                         * Format: int64
                         * @description Minor units of the asset
                         */
                        amount: number;
                        /** @description Code of the asset, such as USD */
                        asset_code: string;
                        /** @description What the customer buys */
                        item_id?: string;
                        /** @description Kept to the letter; at most 8 KiB */
                        metadata?: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        operation: "walletSpend";
                        /** @description Unique in the ledger for ever. Needed unless the Idempotency-Key header stands for it */
                        reference_id: string;
                        /** @description The customer's id */
                        user_id: string;
                    } | {
                        /**
                         * Format: int64
                         * @description Minor units of the asset
                         */
                        amount: number;
                        /** @description Code of the asset, such as USD */
                        asset_code: string;
                        /** @description Kept to the letter; at most 8 KiB */
                        metadata?: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        operation: "walletTransfer";
                        /** @description The customer's id */
                        recipient_id: string;
                        /** @description Unique in the ledger for ever. Needed unless the Idempotency-Key header stands for it */
                        reference_id: string;
                        /** @description The customer's id */
                        sender_id: string;
                    })[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description In the order of the operations */
                            outcomes: {
                                data?: {
                                    amount: number;
                                    asset_code: string;
                                    balance_after: number;
                                    balance_before: number;
                                    /** Format: date-time */
                                    created_at: string;
                                    recipient_id?: string;
                                    reference_id: string;
                                    sender_id?: string;
                                    /** Format: uuid */
                                    transaction_id: string;
                                    user_id?: string;
                                };
                                error?: {
                                    code: string;
                                    detail: string;
                                    details?: {
                                        [key: string]: string;
                                    };
                                    errors?: {
                                        field: string;
                                        message: string;
                                    }[];
                                };
                                /** @description 201 recorded, 200 recorded before, 4xx refused, 503 not known to be recorded */
                                status: number;
                            }[];
                            refused: number;
                            /** @description Recorded before */
                            replayed: number;
                            /** @description Recorded by this request */
                            succeeded: number;
                            /** @description Not known to be recorded: send these again */
                            unavailable: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkpointKeyList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Oldest first */
                            keys: {
                                /** Format: date-time */
                                added_at: string;
                                /** @description Ed25519, 32 bytes in base64 */
                                public_key: string;
                                /** @description The same for the main ledger, as tools for signed notes take it */
                                verifier_key: string;
                            }[];
                            /** @description A log is named by this, a slash and its ledger; so is its key */
                            origin: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkpointList: {
        parameters: {
            query: {
                /** @description Only lower ones */
                before?: number;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            checkpoints: {
                                /** @description A signed note: c2sp.org/tlog-checkpoint */
                                checkpoint: string;
                                height: number;
                                /** @description Ed25519, 32 bytes in base64 */
                                public_key: string;
                                /** @description SHA-256 in hexadecimal */
                                root_hash: string;
                                /** Format: date-time */
                                signed_at: string;
                            }[];
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkpointConsistency: {
        parameters: {
            query: {
                /** @description Blocks of the earlier log */
                from: number;
                /** @description Blocks of the later one; the newest checkpoint by default */
                to?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            from: number;
                            /** @description From the neighbour of the leaf upwards: RFC 6962, section 2.1 */
                            path: string[];
                            to: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CHECKPOINT_NOT_FOUND: nothing is recorded yet that could be signed */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. PROOF_UNAVAILABLE: the books are damaged: nothing can be proven until they are mended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkpointLatest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description A signed note: c2sp.org/tlog-checkpoint */
                            checkpoint: string;
                            height: number;
                            /** @description Ed25519, 32 bytes in base64 */
                            public_key: string;
                            /** @description SHA-256 in hexadecimal */
                            root_hash: string;
                            /** Format: date-time */
                            signed_at: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CHECKPOINT_NOT_FOUND: nothing is recorded yet that could be signed */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. PROOF_UNAVAILABLE: the books are damaged: nothing can be proven until they are mended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of an approval for this very request; an idempotency key has to stand beside it */
                approval?: string;
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the asset
                     */
                    amount?: number;
                    asset_code?: string | null;
                    customer_id?: string | null;
                    device_reference?: string | null;
                    /** @description The idempotency key that it was queued under */
                    key: string;
                    /** @description Such as slipCreate */
                    operation: string;
                    /** @description Why it is let go */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            discard_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that. APPROVAL_REQUIRED: somebody else has to approve this. APPROVAL_INVALID: the approval is not for this request, or not any more */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consoleSettingsRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description The asset that is meant where a request names none */
                            default_currency: string;
                            /** @enum {string} */
                            environment: "development" | "production" | "test";
                            features: {
                                /** @description Whether the console takes a token that someone pastes or scans */
                                token_sign_in: boolean;
                            };
                            /** @description The languages that the service answers in */
                            locales: string[];
                            /** @description Where to sign in (authorization code flow with PKCE); null where people bring a token */
                            oidc: {
                                client_id: string;
                                issuer: string;
                            } | null;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    creditLimitList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            credit_limits: {
                                /** @description Minor units of the asset; null for no limit */
                                amount_cents: number | null;
                                asset_code: string;
                            }[];
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    creditLimitSet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Code of the asset, such as USD */
                asset_code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The most that may be owed, in minor units of the asset; 0 for no credit, null for no limit */
                    amount_cents: number | 0 | null;
                };
            };
        };
        responses: {
            /** @description Recorded before: the first answer again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Minor units of the asset; null for no limit */
                            amount_cents: number | null;
                            asset_code: string;
                            /** @description Null for everybody without one of their own */
                            customer_id: string | null;
                            /** Format: date-time */
                            recorded_at: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Minor units of the asset; null for no limit */
                            amount_cents: number | null;
                            asset_code: string;
                            /** @description Null for everybody without one of their own */
                            customer_id: string | null;
                            /** Format: date-time */
                            recorded_at: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walletCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Code of the asset, such as USD */
                    currency?: string;
                    /** @description The customer's id */
                    customerId: number | string;
                };
            };
        };
        responses: {
            /** @description Recorded, or recorded before: then with the header Idempotent-Replayed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Major units, exact to the last digit */
                            balance: number;
                            currency: string;
                            /** @description The wallet's number */
                            id: number;
                            /** @enum {string} */
                            type: "customer";
                            /** @description A number where it is one */
                            user_id: number | string;
                        };
                        /** @enum {string} */
                        status: "success";
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong. INVALID_AMOUNT: the amount is not one of the asset */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset. WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request. WALLET_EXISTS: the customer has a wallet already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
        };
    };
    customerWalletBalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The wallet's number */
                walletId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Major units, exact to the last digit */
                            balance: number;
                            currency: string;
                            /** @enum {string} */
                            type: "customer";
                            /** @description The wallet's number */
                            walletId: number;
                        };
                        /** @enum {string} */
                        status: "success";
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
        };
    };
    customerWalletTransactions: {
        parameters: {
            query: {
                /** @description The id of the last transaction that was seen: gives those before it, nothing twice */
                cursor?: string;
                limit: number;
                /** @description From 1; what is recorded meanwhile moves pages on */
                page?: number;
            };
            header?: never;
            path: {
                /** @description The wallet's number */
                walletId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Major units, exact to the last digit */
                            amount: number;
                            currency: string;
                            /** @description The transaction's number, unique in the ledger */
                            id: number;
                            /** @enum {string} */
                            status: "completed";
                            /** @description Such as DEPOSIT; for a credit the transactionType that was given */
                            type: string;
                            /** @description The wallet's number */
                            wallet_id: number;
                        }[];
                        /** @enum {string} */
                        status: "success";
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
        };
    };
    customerWalletTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                /** @description The wallet's number */
                walletId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Major units, exact to the last digit */
                            amount: number;
                            /** @description Major units, exact to the last digit */
                            balance_after: number;
                            /** @description Major units, exact to the last digit */
                            balance_before: number;
                            /** Format: date-time */
                            created_at: string;
                            currency: string;
                            description: string | null;
                            /** @description The transaction's number, unique in the ledger */
                            id: number;
                            payment_method_id: (number | string) | null;
                            /** @enum {string} */
                            status: "completed";
                            /**
                             * Format: uuid
                             * @description Its id on the other faces
                             */
                            transaction_id: string;
                            /** @description Such as DEPOSIT; for a credit the transactionType that was given */
                            type: string;
                            /** Format: date-time */
                            updated_at: string;
                            /** @description The wallet's number */
                            wallet_id: number;
                        };
                        /** @enum {string} */
                        status: "success";
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description WALLET_NOT_FOUND: the customer has no wallet. TRANSACTION_NOT_FOUND: there is no such transaction */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
        };
    };
    walletAddFunds: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Major units of the asset, with at most its decimal digits */
                    amount: number;
                    paymentMethod: {
                        /** @description Which of the payment methods that you keep */
                        id?: number | string;
                        /** @description How the customer paid: names the clearing account */
                        type: string;
                    };
                    /** @description The wallet's number */
                    walletId: number;
                };
            };
        };
        responses: {
            /** @description Recorded, or recorded before: then with the header Idempotent-Replayed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Major units, exact to the last digit */
                            amount: number;
                            currency: string;
                            /** @description The transaction's number, unique in the ledger */
                            id: number;
                            /** @enum {string} */
                            status: "completed";
                            /** @description Such as DEPOSIT; for a credit the transactionType that was given */
                            type: string;
                            /** @description The wallet's number */
                            wallet_id: number;
                        };
                        /** @enum {string} */
                        status: "success";
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong. INVALID_AMOUNT: the amount is not one of the asset */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. BALANCE_LIMIT: the balance would leave the range that an account can hold */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
        };
    };
    walletCredit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of an approval for this very request; an idempotency key has to stand beside it */
                approval?: string;
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Major units of the asset, with at most its decimal digits */
                    amount: number;
                    /** @description Code of the asset, such as USD */
                    currency?: string;
                    /** @description Why it is given */
                    description?: string;
                    /** @description What the credit is, such as REWARD; BONUS where it is not given */
                    transactionType?: string;
                    /** @description The customer's id */
                    userId: number | string;
                };
            };
        };
        responses: {
            /** @description Recorded, or recorded before: then with the header Idempotent-Replayed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Major units, exact to the last digit */
                            amount: number;
                            currency: string;
                            /** @description The transaction's number, unique in the ledger */
                            id: number;
                            /** @enum {string} */
                            status: "completed";
                            /** @description Such as DEPOSIT; for a credit the transactionType that was given */
                            type: string;
                            /** @description The wallet's number */
                            wallet_id: number;
                        };
                        /** @enum {string} */
                        status: "success";
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong. INVALID_AMOUNT: the amount is not one of the asset */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description FORBIDDEN: this role may not do that. APPROVAL_REQUIRED: somebody else has to approve this. APPROVAL_INVALID: the approval is not for this request, or not any more */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. BALANCE_LIMIT: the balance would leave the range that an account can hold */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
        };
    };
    walletPay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Major units of the asset, with at most its decimal digits */
                    amount: number;
                    /** @description What is paid for, such as an order */
                    serviceId: number | string;
                    /** @description The wallet's number */
                    walletId: number;
                };
            };
        };
        responses: {
            /** @description Recorded, or recorded before: then with the header Idempotent-Replayed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Major units, exact to the last digit */
                            amount: number;
                            /** @description A number where it is one */
                            customer_id: number | string;
                            /** @description The payment's number, which is that of its transaction */
                            id: number;
                            /** @description A number where it is one */
                            order_id: number | string;
                            /** @enum {string} */
                            payment_method: "wallet";
                            /** @enum {string} */
                            status: "completed";
                        };
                        /** @enum {string} */
                        status: "success";
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong. INSUFFICIENT_FUNDS: the wallet holds less than the amount. INVALID_AMOUNT: the amount is not one of the asset */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. ACCOUNT_FROZEN: the account is frozen and takes no debits */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
        };
    };
    walletWithdrawFunds: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of an approval for this very request; an idempotency key has to stand beside it */
                approval?: string;
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Major units of the asset, with at most its decimal digits */
                    amount: number;
                    destination: {
                        /** @description The bank account: of its number the last four characters are kept, and no more */
                        accountNumber: string;
                        /** @description The bank's name */
                        bankName: string;
                        /** @description Which of the destinations that you keep */
                        id?: number | string;
                    };
                    /** @description The wallet's number */
                    walletId: number;
                };
            };
        };
        responses: {
            /** @description Recorded, or recorded before: then with the header Idempotent-Replayed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Major units, exact to the last digit */
                            amount: number;
                            currency: string;
                            /** @description The transaction's number, unique in the ledger */
                            id: number;
                            /** @enum {string} */
                            status: "completed";
                            /** @description Such as DEPOSIT; for a credit the transactionType that was given */
                            type: string;
                            /** @description The wallet's number */
                            wallet_id: number;
                        };
                        /** @enum {string} */
                        status: "success";
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong. INSUFFICIENT_FUNDS: the wallet holds less than the amount. INVALID_AMOUNT: the amount is not one of the asset */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description FORBIDDEN: this role may not do that. APPROVAL_REQUIRED: somebody else has to approve this. APPROVAL_INVALID: the approval is not for this request, or not any more */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. ACCOUNT_FROZEN: the account is frozen and takes no debits */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same in every language */
                        code: string;
                        /** @description What is wrong with this very request */
                        message: string;
                        /** @enum {string} */
                        status: "error";
                    };
                };
            };
        };
    };
    customerList: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                after?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: date-time
                             * @description The balances are no older than this
                             */
                            as_of: string;
                            customers: {
                                /** @description The customer's id */
                                _id: string;
                                /** @enum {string} */
                                account_status: "ACTIVE" | "FROZEN";
                                balances: {
                                    currency: string;
                                    /** @description What is owed, as a positive number */
                                    owes_cents: number;
                                    /** @description What the wallet holds */
                                    wallet_cents: number;
                                }[];
                                customer_code: string | null;
                                name: string | null;
                                nickname: string | null;
                                phone_number: string | null;
                            }[];
                            /** @description Null on the last page */
                            next: string | null;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customerCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string | null;
                    city?: string | null;
                    country_code?: string | null;
                    customer_code?: string | null;
                    /** @description The customer's id */
                    customer_id?: string;
                    date_of_birth?: string | null;
                    email?: string | null;
                    loyverse_id?: string | null;
                    /** @description Full name */
                    name: string;
                    nickname?: string | null;
                    note?: string | null;
                    phone_number?: string | null;
                    postal_code?: string | null;
                    region?: string | null;
                };
            };
        };
        responses: {
            /** @description There already, and the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description The customer's id, as the wallet knows it */
                            _id: string;
                            address: string | null;
                            city: string | null;
                            country_code: string | null;
                            /** Format: date-time */
                            created_at: string;
                            customer_code: string | null;
                            date_of_birth: string | null;
                            deleted_at: string | null;
                            email: string | null;
                            first_visit: string | null;
                            id: string | null;
                            last_visit: string | null;
                            loyverse_id: string | null;
                            name: string | null;
                            nickname: string | null;
                            note: string | null;
                            permanent_deletion_at: string | null;
                            phone_number: string | null;
                            postal_code: string | null;
                            region: string | null;
                            /** @description The till's own points */
                            total_points: number;
                            /** @description Major units of the currency of the catalogue */
                            total_spent: number;
                            total_visits: number;
                            updated_at: {
                                /** Format: date-time */
                                $date: string;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description The customer's id, as the wallet knows it */
                            _id: string;
                            address: string | null;
                            city: string | null;
                            country_code: string | null;
                            /** Format: date-time */
                            created_at: string;
                            customer_code: string | null;
                            date_of_birth: string | null;
                            deleted_at: string | null;
                            email: string | null;
                            first_visit: string | null;
                            id: string | null;
                            last_visit: string | null;
                            loyverse_id: string | null;
                            name: string | null;
                            nickname: string | null;
                            note: string | null;
                            permanent_deletion_at: string | null;
                            phone_number: string | null;
                            postal_code: string | null;
                            region: string | null;
                            /** @description The till's own points */
                            total_points: number;
                            /** @description Major units of the currency of the catalogue */
                            total_spent: number;
                            total_visits: number;
                            updated_at: {
                                /** Format: date-time */
                                $date: string;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request. CUSTOMER_EXISTS: there is a customer with this id already, or there was one */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customerChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer's id */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string | null;
                    city?: string | null;
                    country_code?: string | null;
                    customer_code?: string | null;
                    date_of_birth?: string | null;
                    email?: string | null;
                    loyverse_id?: string | null;
                    /** @description Full name */
                    name?: string;
                    nickname?: string | null;
                    note?: string | null;
                    phone_number?: string | null;
                    postal_code?: string | null;
                    region?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description The customer's id, as the wallet knows it */
                            _id: string;
                            address: string | null;
                            city: string | null;
                            country_code: string | null;
                            /** Format: date-time */
                            created_at: string;
                            customer_code: string | null;
                            date_of_birth: string | null;
                            deleted_at: string | null;
                            email: string | null;
                            first_visit: string | null;
                            id: string | null;
                            last_visit: string | null;
                            loyverse_id: string | null;
                            name: string | null;
                            nickname: string | null;
                            note: string | null;
                            permanent_deletion_at: string | null;
                            phone_number: string | null;
                            postal_code: string | null;
                            region: string | null;
                            /** @description The till's own points */
                            total_points: number;
                            /** @description Major units of the currency of the catalogue */
                            total_spent: number;
                            total_visits: number;
                            updated_at: {
                                /** Format: date-time */
                                $date: string;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CUSTOMER_EXISTS: there is a customer with this id already, or there was one */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customerCreditLimitList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer's id */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            credit_limits: {
                                /** @description Minor units of the asset; null for no limit */
                                amount_cents: number | null;
                                asset_code: string;
                            }[];
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customerCreditLimitSet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Code of the asset, such as USD */
                asset_code: string;
                /** @description The customer's id */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The most that may be owed, in minor units of the asset; 0 for no credit, null for no limit */
                    amount_cents: number | 0 | null;
                };
            };
        };
        responses: {
            /** @description Recorded before: the first answer again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Minor units of the asset; null for no limit */
                            amount_cents: number | null;
                            asset_code: string;
                            /** @description Null for everybody without one of their own */
                            customer_id: string | null;
                            /** Format: date-time */
                            recorded_at: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Minor units of the asset; null for no limit */
                            amount_cents: number | null;
                            asset_code: string;
                            /** @description Null for everybody without one of their own */
                            customer_id: string | null;
                            /** Format: date-time */
                            recorded_at: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customerErase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The customer's id */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A code, such as customer_request: it is kept for ever */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Recorded before: the first answer again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            customer_id: string;
                            /** Format: date-time */
                            recorded_at: string;
                            /** @enum {string} */
                            status: "ACTIVE" | "FROZEN" | "ERASED";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            customer_id: string;
                            /** Format: date-time */
                            recorded_at: string;
                            /** @enum {string} */
                            status: "ACTIVE" | "FROZEN" | "ERASED";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customerFreeze: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The customer's id */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept for ever, so it names nobody */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Recorded before: the first answer again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            customer_id: string;
                            /** Format: date-time */
                            recorded_at: string;
                            /** @enum {string} */
                            status: "ACTIVE" | "FROZEN" | "ERASED";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            customer_id: string;
                            /** Format: date-time */
                            recorded_at: string;
                            /** @enum {string} */
                            status: "ACTIVE" | "FROZEN" | "ERASED";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statementRead: {
        parameters: {
            query: {
                /** @description Code of the asset, such as USD */
                asset_code: string;
                /** @description The first day */
                from: string;
                /** @description Whose days are meant, such as Africa/Dar_es_Salaam */
                time_zone: string;
                /** @description The last day */
                to: string;
            };
            header?: never;
            path: {
                /** @description The customer's id */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            asset_code: string;
                            closing: {
                                owed: number;
                                wallet: number;
                            };
                            customer_id: string;
                            decimal_places: number;
                            entries: {
                                /** @enum {string} */
                                account: "wallet" | "receivable";
                                amount: number;
                                /** @enum {string} */
                                direction: "DEBIT" | "CREDIT";
                                /** Format: date-time */
                                occurred_at: string;
                                operation: string;
                                owed_after: number;
                                reference_id: string | null;
                                slip_number: string | null;
                                store_id: string | null;
                                /** Format: uuid */
                                transaction_id: string;
                                /** @enum {string} */
                                type: "DEPOSIT" | "BONUS" | "SPEND" | "PAYMENT" | "WITHDRAWAL" | "TRANSFER_OUT" | "TRANSFER_IN" | "SALE_ON_CREDIT" | "CHANGE_TO_BALANCE" | "BALANCE_CONSUMPTION" | "SALE_VOIDED" | "REVERSAL" | "POINTS";
                                wallet_after: number;
                            }[];
                            from: string;
                            opening: {
                                owed: number;
                                wallet: number;
                            };
                            time_zone: string;
                            to: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset. WALLET_NOT_FOUND: the customer has no wallet. CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statementExport: {
        parameters: {
            query: {
                /** @description Code of the asset, such as USD */
                asset_code: string;
                /** @description The first day */
                from: string;
                /** @description Whose days are meant, such as Africa/Dar_es_Salaam */
                time_zone: string;
                /** @description The last day */
                to: string;
            };
            header?: never;
            path: {
                /** @description The customer's id */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset. WALLET_NOT_FOUND: the customer has no wallet. CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statementPrint: {
        parameters: {
            query: {
                /** @description Code of the asset, such as USD */
                asset_code: string;
                /** @description The first day */
                from: string;
                /** @description Whose days are meant, such as Africa/Dar_es_Salaam */
                time_zone: string;
                /** @description The last day */
                to: string;
            };
            header?: never;
            path: {
                /** @description The customer's id */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset. WALLET_NOT_FOUND: the customer has no wallet. CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customerUnfreeze: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The customer's id */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept for ever, so it names nobody */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Recorded before: the first answer again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            customer_id: string;
                            /** Format: date-time */
                            recorded_at: string;
                            /** @enum {string} */
                            status: "ACTIVE" | "FROZEN" | "ERASED";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            customer_id: string;
                            /** Format: date-time */
                            recorded_at: string;
                            /** @enum {string} */
                            status: "ACTIVE" | "FROZEN" | "ERASED";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    entryList: {
        parameters: {
            query: {
                /** @description A kind such as wallet, a family such as cash, which stands for cash:... too, or cash:*:CASH for any store */
                account?: string;
                /** @description Who asked for it */
                actor?: string;
                /** @description Code of the asset, such as USD */
                asset_code?: string;
                /** @description `next_cursor` of the page before */
                cursor?: string;
                /** @description The customer's id */
                customer?: string;
                limit: number;
                /** @description Minor units of the asset */
                max_amount?: string;
                /** @description Minor units of the asset */
                min_amount?: string;
                /** @description A time with an offset, or a day in UTC */
                occurred_from?: string;
                /** @description A time with an offset, or a day in UTC */
                occurred_to?: string;
                /** @description The customer's id */
                owner?: string;
                /** @description A time with an offset, or a day in UTC */
                recorded_from?: string;
                /** @description A time with an offset, or a day in UTC */
                recorded_to?: string;
                /** @description The reference, to the letter */
                reference?: string;
                status?: "POSTED" | "REVERSED" | "REVERSAL";
                /** @description The store */
                store?: string;
                /** @description Id of the transaction */
                transaction_id?: string;
                /** @description Types of entries, with commas between */
                types?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            entries: {
                                /** @description Kind of the account, such as wallet or cash:S1:CASH */
                                account: string;
                                actor: string;
                                actor_role: string;
                                amount: number;
                                asset_code: string;
                                balance_after: number;
                                customer_id: string | null;
                                decimal_places: number;
                                /** @enum {string} */
                                direction: "DEBIT" | "CREDIT";
                                /** @description The block of the journal */
                                height: number;
                                /** Format: date-time */
                                occurred_at: string;
                                /** @description Such as walletTopup */
                                operation: string;
                                owner: string | null;
                                /** Format: date-time */
                                recorded_at: string;
                                reference_id: string | null;
                                reversed_by: string | null;
                                reverses: string | null;
                                /** @description The account's running number */
                                seq: number;
                                /** @enum {string} */
                                status: "POSTED" | "REVERSED" | "REVERSAL";
                                store_id: string | null;
                                /** Format: uuid */
                                transaction_id: string;
                                /** @enum {string} */
                                type: "DEPOSIT" | "BONUS" | "SPEND" | "PAYMENT" | "WITHDRAWAL" | "TRANSFER_OUT" | "TRANSFER_IN" | "SALE_ON_CREDIT" | "CHANGE_TO_BALANCE" | "BALANCE_CONSUMPTION" | "SALE_VOIDED" | "REVERSAL" | "POINTS";
                            }[];
                            next_cursor: string | null;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    entryExport: {
        parameters: {
            query?: {
                /** @description A kind such as wallet, a family such as cash, which stands for cash:... too, or cash:*:CASH for any store */
                account?: string;
                /** @description Who asked for it */
                actor?: string;
                /** @description Code of the asset, such as USD */
                asset_code?: string;
                /** @description The customer's id */
                customer?: string;
                /** @description Minor units of the asset */
                max_amount?: string;
                /** @description Minor units of the asset */
                min_amount?: string;
                /** @description A time with an offset, or a day in UTC */
                occurred_from?: string;
                /** @description A time with an offset, or a day in UTC */
                occurred_to?: string;
                /** @description The customer's id */
                owner?: string;
                /** @description A time with an offset, or a day in UTC */
                recorded_from?: string;
                /** @description A time with an offset, or a day in UTC */
                recorded_to?: string;
                /** @description The reference, to the letter */
                reference?: string;
                status?: "POSTED" | "REVERSED" | "REVERSAL";
                /** @description The store */
                store?: string;
                /** @description Id of the transaction */
                transaction_id?: string;
                /** @description Types of entries, with commas between */
                types?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eventList: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                after?: string;
                limit: number;
                /** @description Only these types, with commas between; a page may then be empty */
                types?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            events: {
                                customer: string | null;
                                /** @description See docs/reference/events.md */
                                data: unknown;
                                /** @description The same however often the event is told */
                                id: string;
                                ledger: string;
                                /** Format: date-time */
                                occurredAt: string;
                                /** @description Where it stands: later events have a later place */
                                place: string;
                                /** Format: date-time */
                                recordedAt: string;
                                /** @enum {string} */
                                type: "wallet.created" | "wallet.funds_added" | "wallet.gamification_reward" | "wallet.payment_processed" | "wallet.funds_withdrawn" | "wallet.transfer_processed" | "wallet.change_stored" | "wallet.slip_created" | "wallet.slip_payment_recorded" | "wallet.slip_wallet_applied" | "wallet.slip_voided" | "wallet.card_payment_recorded" | "wallet.transaction_reversed" | "wallet.customer_frozen" | "wallet.customer_unfrozen" | "wallet.customer_erased" | "wallet.balance_changed" | "wallet.transactionFinalized";
                            }[];
                            /** @description Whether there may be more already */
                            more: boolean;
                            /** @description Where to go on, now or later; null where there has been no event yet */
                            next: string | null;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    healthRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        database: "ok" | "unavailable";
                        /**
                         * @description What the last verifications found; unknown where one is missing or too old. It does not change the status
                         * @enum {string}
                         */
                        integrity: "ok" | "violated" | "unknown";
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                        uptime_s: number;
                        version: string;
                    };
                };
            };
            /** @description Its database is away */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        database: "ok" | "unavailable";
                        /**
                         * @description What the last verifications found; unknown where one is missing or too old. It does not change the status
                         * @enum {string}
                         */
                        integrity: "ok" | "violated" | "unknown";
                        /** @enum {string} */
                        status: "ok" | "unavailable";
                        uptime_s: number;
                        version: string;
                    };
                };
            };
        };
    };
    healthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
        };
    };
    healthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They should */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description stopping: it finishes what it has, and wants no more; unavailable: its database is away
                         * @enum {string}
                         */
                        status: "ready" | "stopping" | "unavailable";
                    };
                };
            };
            /** @description They should go to another instance */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description stopping: it finishes what it has, and wants no more; unavailable: its database is away
                         * @enum {string}
                         */
                        status: "ready" | "stopping" | "unavailable";
                    };
                };
            };
        };
    };
    integrityRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            failed_run: {
                                checks?: {
                                    duration_ms: number;
                                    name: string;
                                    /** @description What holds where the check finds nothing */
                                    proves: string;
                                    /** @description Rows of all tables that the check reads */
                                    rows_checked: number;
                                    /** @enum {string} */
                                    status: "ok" | "violated";
                                    /** @description Checks in SQL stop counting at a hundred */
                                    violation_count: number;
                                    violations: {
                                        problem: string;
                                        /** @description What is wrong: an account, a block, the id of a transaction or record */
                                        subject: string;
                                    }[];
                                }[];
                                /** @description Why it could not be carried out */
                                failure?: string;
                                finished_at: string | null;
                                /** @description The hash of that block */
                                hash?: string;
                                /** @description The block up to which the books were verified */
                                height?: number;
                                ledger?: string;
                                operations?: number;
                                /** Format: uuid */
                                run_id: string;
                                /** Format: date-time */
                                started_at: string;
                                /** @description Who asked for it, or schedule */
                                started_by: string;
                                /** @enum {string} */
                                status: "running" | "ok" | "violated" | "failed";
                            } | null;
                            last_run: {
                                checks?: {
                                    duration_ms: number;
                                    name: string;
                                    /** @description What holds where the check finds nothing */
                                    proves: string;
                                    /** @description Rows of all tables that the check reads */
                                    rows_checked: number;
                                    /** @enum {string} */
                                    status: "ok" | "violated";
                                    /** @description Checks in SQL stop counting at a hundred */
                                    violation_count: number;
                                    violations: {
                                        problem: string;
                                        /** @description What is wrong: an account, a block, the id of a transaction or record */
                                        subject: string;
                                    }[];
                                }[];
                                /** @description Why it could not be carried out */
                                failure?: string;
                                finished_at: string | null;
                                /** @description The hash of that block */
                                hash?: string;
                                /** @description The block up to which the books were verified */
                                height?: number;
                                ledger?: string;
                                operations?: number;
                                /** Format: uuid */
                                run_id: string;
                                /** Format: date-time */
                                started_at: string;
                                /** @description Who asked for it, or schedule */
                                started_by: string;
                                /** @enum {string} */
                                status: "running" | "ok" | "violated" | "failed";
                            } | null;
                            running: {
                                checks?: {
                                    duration_ms: number;
                                    name: string;
                                    /** @description What holds where the check finds nothing */
                                    proves: string;
                                    /** @description Rows of all tables that the check reads */
                                    rows_checked: number;
                                    /** @enum {string} */
                                    status: "ok" | "violated";
                                    /** @description Checks in SQL stop counting at a hundred */
                                    violation_count: number;
                                    violations: {
                                        problem: string;
                                        /** @description What is wrong: an account, a block, the id of a transaction or record */
                                        subject: string;
                                    }[];
                                }[];
                                /** @description Why it could not be carried out */
                                failure?: string;
                                finished_at: string | null;
                                /** @description The hash of that block */
                                hash?: string;
                                /** @description The block up to which the books were verified */
                                height?: number;
                                ledger?: string;
                                operations?: number;
                                /** Format: uuid */
                                run_id: string;
                                /** Format: date-time */
                                started_at: string;
                                /** @description Who asked for it, or schedule */
                                started_by: string;
                                /** @enum {string} */
                                status: "running" | "ok" | "violated" | "failed";
                            } | null;
                            /** @description Whether the last result is too old to count */
                            stale: boolean;
                            /**
                             * @description unknown where there is no result, or only one that is too old
                             * @enum {string}
                             */
                            status: "ok" | "violated" | "unknown";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    integrityRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            checks?: {
                                duration_ms: number;
                                name: string;
                                /** @description What holds where the check finds nothing */
                                proves: string;
                                /** @description Rows of all tables that the check reads */
                                rows_checked: number;
                                /** @enum {string} */
                                status: "ok" | "violated";
                                /** @description Checks in SQL stop counting at a hundred */
                                violation_count: number;
                                violations: {
                                    problem: string;
                                    /** @description What is wrong: an account, a block, the id of a transaction or record */
                                    subject: string;
                                }[];
                            }[];
                            /** @description Why it could not be carried out */
                            failure?: string;
                            finished_at: string | null;
                            /** @description The hash of that block */
                            hash?: string;
                            /** @description The block up to which the books were verified */
                            height?: number;
                            ledger?: string;
                            operations?: number;
                            /** Format: uuid */
                            run_id: string;
                            /** Format: date-time */
                            started_at: string;
                            /** @description Who asked for it, or schedule */
                            started_by: string;
                            /** @enum {string} */
                            status: "running" | "ok" | "violated" | "failed";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description It is under way: what it finds can be read when it is done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            checks?: {
                                duration_ms: number;
                                name: string;
                                /** @description What holds where the check finds nothing */
                                proves: string;
                                /** @description Rows of all tables that the check reads */
                                rows_checked: number;
                                /** @enum {string} */
                                status: "ok" | "violated";
                                /** @description Checks in SQL stop counting at a hundred */
                                violation_count: number;
                                violations: {
                                    problem: string;
                                    /** @description What is wrong: an account, a block, the id of a transaction or record */
                                    subject: string;
                                }[];
                            }[];
                            /** @description Why it could not be carried out */
                            failure?: string;
                            finished_at: string | null;
                            /** @description The hash of that block */
                            hash?: string;
                            /** @description The block up to which the books were verified */
                            height?: number;
                            ledger?: string;
                            operations?: number;
                            /** Format: uuid */
                            run_id: string;
                            /** Format: date-time */
                            started_at: string;
                            /** @description Who asked for it, or schedule */
                            started_by: string;
                            /** @enum {string} */
                            status: "running" | "ok" | "violated" | "failed";
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walletIntegrityRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer's id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            accounts: number;
                            checks: {
                                duration_ms: number;
                                name: string;
                                /** @description What holds where the check finds nothing */
                                proves: string;
                                /** @description Rows of all tables that the check reads */
                                rows_checked: number;
                                /** @enum {string} */
                                status: "ok" | "violated";
                                /** @description Checks in SQL stop counting at a hundred */
                                violation_count: number;
                                violations: {
                                    problem: string;
                                    /** @description What is wrong: an account, a block, the id of a transaction or record */
                                    subject: string;
                                }[];
                            }[];
                            /** @enum {string} */
                            status: "ok" | "violated";
                            transactions: number;
                            user_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pointRuleList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            point_rules: {
                                /** @enum {string} */
                                action: "topup" | "spend" | "pay" | "slip_payment";
                                active: boolean;
                                asset_code: string;
                                cap: number | null;
                                per_amount: number;
                                points: number;
                            }[];
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pointRulePut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: "topup" | "spend" | "pay" | "slip_payment";
                /** @description Code of the asset, such as USD */
                asset_code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whether the rule is in force; it is, unless said otherwise */
                    active?: boolean;
                    /** @description The most points of one transaction */
                    cap?: null | number;
                    /**
                     * Format: int64
                     * @description Minor units of the asset
                     */
                    per_amount: number;
                    /** @description Points for each whole per_amount */
                    points: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {string} */
                            action: "topup" | "spend" | "pay" | "slip_payment";
                            active: boolean;
                            asset_code: string;
                            cap: number | null;
                            per_amount: number;
                            points: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pointRuleDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: "topup" | "spend" | "pay" | "slip_payment";
                /** @description Code of the asset, such as USD */
                asset_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {string} */
                            action: "topup" | "spend" | "pay" | "slip_payment";
                            active: boolean;
                            asset_code: string;
                            cap: number | null;
                            per_amount: number;
                            points: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset. POINT_RULE_NOT_FOUND: there is no such rule */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pushKeyRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description base64url */
                            public_key: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pushSubscriptionList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            subscriptions: {
                                /** Format: date-time */
                                created_at: string;
                                /** @description Of the browser's push service */
                                endpoint: string;
                                expires_at: string | null;
                                id: string;
                                /**
                                 * @description Of the texts; that of the request if not given
                                 * @enum {string}
                                 */
                                language: "en" | "sw";
                                show_amounts: boolean;
                            }[];
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pushSubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    endpoint: string;
                    /** @description Milliseconds since 1970 */
                    expirationTime?: number | null;
                    keys: {
                        /** @description The browser's secret: base64url */
                        auth: string;
                        /** @description The browser's public key: base64url */
                        p256dh: string;
                    };
                    /**
                     * @description Of the texts; that of the request if not given
                     * @enum {string}
                     */
                    language?: "en" | "sw";
                    /** @description Whether amounts stand in the texts, which everyone who sees the screen can read; they do not, unless said otherwise */
                    show_amounts?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: date-time */
                            created_at: string;
                            /** @description Of the browser's push service */
                            endpoint: string;
                            expires_at: string | null;
                            id: string;
                            /**
                             * @description Of the texts; that of the request if not given
                             * @enum {string}
                             */
                            language: "en" | "sw";
                            show_amounts: boolean;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: date-time */
                            created_at: string;
                            /** @description Of the browser's push service */
                            endpoint: string;
                            expires_at: string | null;
                            id: string;
                            /**
                             * @description Of the texts; that of the request if not given
                             * @enum {string}
                             */
                            language: "en" | "sw";
                            show_amounts: boolean;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PUSH_SUBSCRIPTION_LIMIT: there are as many push subscriptions as there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. ADDRESS_REFUSED: this address is not one that may be called */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pushUnsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PUSH_SUBSCRIPTION_NOT_FOUND: there is no such push subscription */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiptShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the transaction */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 30 unless given */
                    days?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: date-time */
                            expires_at: string;
                            /** @description On this server */
                            path: string;
                            token: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TRANSACTION_NOT_FOUND: there is no such transaction */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    debtReport: {
        parameters: {
            query: {
                /** @description Code of the asset, such as USD */
                asset_code?: string;
                /** @description Whose days are meant, such as Africa/Dar_es_Salaam */
                time_zone: string;
                top: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            currencies: {
                                ages: {
                                    /** @description What open slips of this age still need */
                                    amount: number;
                                    customers: number;
                                    from_days: number;
                                    to_days: number | null;
                                }[];
                                asset_code: string;
                                debtors: number;
                                decimal_places: number;
                                /** @description Minor units */
                                owed: number;
                                top_debtors: {
                                    customer_id: string;
                                    name: string | null;
                                    oldest_slip_at: string | null;
                                    open_slips: number;
                                    /** @description Minor units */
                                    owed: number;
                                }[];
                                /** @description Owed for no slip, such as after a reversal */
                                without_slip: number;
                            }[];
                            time_zone: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    debtReportExport: {
        parameters: {
            query: {
                /** @description Code of the asset, such as USD */
                asset_code?: string;
                /** @description Whose days are meant, such as Africa/Dar_es_Salaam */
                time_zone: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flowReport: {
        parameters: {
            query: {
                /** @description Code of the asset, such as USD */
                asset_code?: string;
                by: "day";
                /** @description The first day */
                from: string;
                /** @description Whether an entry counts when it happened, as its caller says, or when it was recorded */
                time: "occurred" | "recorded";
                /** @description Whose days are meant, such as Africa/Dar_es_Salaam */
                time_zone: string;
                /** @description The last day */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            currencies: {
                                asset_code: string;
                                days: {
                                    day: string;
                                    /** @description What came into tills, clearing and payout accounts */
                                    in: number;
                                    /** @description What left them */
                                    out: number;
                                    /** @description What they owe at the end of the day */
                                    owed: number;
                                    /** @description What customers hold at the end of the day */
                                    wallets: number;
                                }[];
                                decimal_places: number;
                                /** @description Before the first day */
                                opening: {
                                    /** @description Minor units */
                                    owed: number;
                                    /** @description Minor units */
                                    wallets: number;
                                };
                                tenders: {
                                    /** @description Its accounts, as the filter of entries: cash:*:CASH is the CASH of all stores */
                                    account: string;
                                    entries: number;
                                    /** @description Minor units */
                                    in: number;
                                    /** @description Such as CASH or mpesa */
                                    method: string;
                                    /** @description Minor units */
                                    out: number;
                                }[];
                            }[];
                            from: string;
                            time_zone: string;
                            to: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flowReportExport: {
        parameters: {
            query: {
                /** @description Code of the asset, such as USD */
                asset_code?: string;
                by: "day";
                /** @description The first day */
                from: string;
                /** @description Whether an entry counts when it happened, as its caller says, or when it was recorded */
                time: "occurred" | "recorded";
                /** @description Whose days are meant, such as Africa/Dar_es_Salaam */
                time_zone: string;
                /** @description The last day */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sharedReceiptRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            allocations: {
                                amount: number;
                                remaining: number | null;
                                slip_id: string | null;
                                /** @enum {string} */
                                type: "slip" | "wallet";
                            }[];
                            asset_code: string | null;
                            customer_id: string | null;
                            decimal_places: number;
                            /** @description What it did to the customer's own accounts */
                            movements: {
                                /** @description wallet or receivable */
                                account: string;
                                amount: number;
                                asset_code: string;
                                balance_after: number;
                                decimal_places: number;
                                /** @enum {string} */
                                direction: "DEBIT" | "CREDIT";
                                /** @enum {string} */
                                type: "DEPOSIT" | "BONUS" | "SPEND" | "PAYMENT" | "WITHDRAWAL" | "TRANSFER_OUT" | "TRANSFER_IN" | "SALE_ON_CREDIT" | "CHANGE_TO_BALANCE" | "BALANCE_CONSUMPTION" | "SALE_VOIDED" | "REVERSAL" | "POINTS";
                            }[];
                            /** Format: date-time */
                            occurred_at: string;
                            operation: string;
                            /** Format: date-time */
                            recorded_at: string;
                            reference_id: string | null;
                            reversed_by: string | null;
                            reverses: string | null;
                            slip?: {
                                /** @description Minor units */
                                discount: number;
                                lines: {
                                    description: string;
                                    item_id: string;
                                    /** @description Minor units */
                                    quantity: number;
                                    /** @description Minor units */
                                    total: number;
                                    /** @description Minor units */
                                    unit_price: number;
                                }[];
                                /** Format: uuid */
                                slip_id: string;
                                slip_number: string;
                                /** @description Minor units */
                                subtotal: number;
                                /** @description Minor units */
                                tax: number;
                                /** @description Minor units */
                                total: number;
                            };
                            /** @enum {string} */
                            status: "POSTED" | "REVERSED" | "REVERSAL";
                            store_id: string | null;
                            tenders: {
                                amount: number;
                                method: string;
                                reference: string | null;
                            }[];
                            /** Format: uuid */
                            transaction_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RECEIPT_NOT_FOUND: there is no such receipt, or its link is over */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sharedReceiptPrint: {
        parameters: {
            query: {
                /** @description Millimetres of the till roll, or A4 */
                width: "58" | "80" | "A4";
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RECEIPT_NOT_FOUND: there is no such receipt, or its link is over */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sharedReceiptProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            block: {
                                height: number;
                                ledger_id: string;
                                /** @description How many operations the block has */
                                operations: number;
                                /** @description SHA-256 in hexadecimal */
                                previous_hash: string;
                                /** @description To the millisecond */
                                recorded_at: string;
                            };
                            /** @description A signed note: c2sp.org/tlog-checkpoint */
                            checkpoint: string;
                            leaf: {
                                /** @description Its place in its block */
                                index: number;
                                /** @description From the neighbour of the leaf upwards: RFC 6962, section 2.1 */
                                path: string[];
                            };
                            /** @description From the block to the root of the log, whose leaf height - 1 it is */
                            log: {
                                /** @description From the neighbour of the leaf upwards: RFC 6962, section 2.1 */
                                path: string[];
                            };
                            /** @description The canonical text whose hash is the leaf, to the letter */
                            operation: string;
                            transaction_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RECEIPT_NOT_FOUND: there is no such receipt, or its link is over */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PROOF_UNAVAILABLE: the books are damaged: nothing can be proven until they are mended. UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transactionRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the transaction */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description What else was given with it, such as item_id */
                            details?: unknown;
                            entries: {
                                amount: number;
                                asset_code: string;
                                balance_after?: number;
                                balance_before?: number;
                                /** @enum {string} */
                                direction: "DEBIT" | "CREDIT";
                                /** @description Which of the owner’s accounts, such as wallet */
                                kind: string;
                                owner: string | null;
                                seq?: number;
                                type: string;
                            }[];
                            /** @description Its block in the journal */
                            height: number;
                            /** @description Its place in the block */
                            index: number;
                            metadata?: unknown;
                            /** Format: date-time */
                            occurred_at: string;
                            /** @description Such as walletTopup */
                            operation: string;
                            /** Format: date-time */
                            recorded_at: string;
                            reference_id: string | null;
                            reversed_by: string | null;
                            reverses: string | null;
                            /** Format: uuid */
                            transaction_id: string;
                            user_id: string | null;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TRANSACTION_NOT_FOUND: there is no such transaction */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transactionDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the transaction */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description The original and its reversal, where there is one */
                            chain: string[];
                            events: {
                                deliveries: {
                                    attempts: number;
                                    last_attempt_at: string | null;
                                    last_status: number | null;
                                    /** @enum {string} */
                                    state: "pending" | "delivered" | "dead";
                                    url: string;
                                    /** Format: uuid */
                                    webhook_id: string;
                                }[];
                                id: string;
                                type: string;
                            }[];
                            /** @description Debits matched with credits */
                            flow: {
                                amount: number;
                                asset_code: string;
                                from: {
                                    kind: string;
                                    owner: string | null;
                                };
                                to: {
                                    kind: string;
                                    owner: string | null;
                                };
                            }[];
                            next: string | null;
                            origin: {
                                actor: string;
                                /** @description The user agent */
                                device: string;
                                endpoint: string;
                                ip: string;
                                /** @description Stands for the idempotency key, which is not kept */
                                key_hash: string;
                                method: string;
                                role: string;
                            };
                            previous: string | null;
                            transaction: {
                                /** @description What else was given with it, such as item_id */
                                details?: unknown;
                                entries: {
                                    amount: number;
                                    asset_code: string;
                                    balance_after?: number;
                                    balance_before?: number;
                                    /** @enum {string} */
                                    direction: "DEBIT" | "CREDIT";
                                    /** @description Which of the owner’s accounts, such as wallet */
                                    kind: string;
                                    owner: string | null;
                                    seq?: number;
                                    type: string;
                                }[];
                                /** @description Its block in the journal */
                                height: number;
                                /** @description Its place in the block */
                                index: number;
                                metadata?: unknown;
                                /** Format: date-time */
                                occurred_at: string;
                                /** @description Such as walletTopup */
                                operation: string;
                                /** Format: date-time */
                                recorded_at: string;
                                reference_id: string | null;
                                reversed_by: string | null;
                                reverses: string | null;
                                /** Format: uuid */
                                transaction_id: string;
                                user_id: string | null;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TRANSACTION_NOT_FOUND: there is no such transaction */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transactionProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the transaction */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            block: {
                                height: number;
                                ledger_id: string;
                                /** @description How many operations the block has */
                                operations: number;
                                /** @description SHA-256 in hexadecimal */
                                previous_hash: string;
                                /** @description To the millisecond */
                                recorded_at: string;
                            };
                            /** @description A signed note: c2sp.org/tlog-checkpoint */
                            checkpoint: string;
                            leaf: {
                                /** @description Its place in its block */
                                index: number;
                                /** @description From the neighbour of the leaf upwards: RFC 6962, section 2.1 */
                                path: string[];
                            };
                            /** @description From the block to the root of the log, whose leaf height - 1 it is */
                            log: {
                                /** @description From the neighbour of the leaf upwards: RFC 6962, section 2.1 */
                                path: string[];
                            };
                            /** @description The canonical text whose hash is the leaf, to the letter */
                            operation: string;
                            transaction_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TRANSACTION_NOT_FOUND: there is no such transaction */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. PROOF_UNAVAILABLE: the books are damaged: nothing can be proven until they are mended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiptRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the transaction */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            allocations: {
                                amount: number;
                                remaining: number | null;
                                slip_id: string | null;
                                /** @enum {string} */
                                type: "slip" | "wallet";
                            }[];
                            asset_code: string | null;
                            customer_id: string | null;
                            decimal_places: number;
                            /** @description What it did to the customer's own accounts */
                            movements: {
                                /** @description wallet or receivable */
                                account: string;
                                amount: number;
                                asset_code: string;
                                balance_after: number;
                                decimal_places: number;
                                /** @enum {string} */
                                direction: "DEBIT" | "CREDIT";
                                /** @enum {string} */
                                type: "DEPOSIT" | "BONUS" | "SPEND" | "PAYMENT" | "WITHDRAWAL" | "TRANSFER_OUT" | "TRANSFER_IN" | "SALE_ON_CREDIT" | "CHANGE_TO_BALANCE" | "BALANCE_CONSUMPTION" | "SALE_VOIDED" | "REVERSAL" | "POINTS";
                            }[];
                            /** Format: date-time */
                            occurred_at: string;
                            operation: string;
                            /** Format: date-time */
                            recorded_at: string;
                            reference_id: string | null;
                            reversed_by: string | null;
                            reverses: string | null;
                            slip?: {
                                /** @description Minor units */
                                discount: number;
                                lines: {
                                    description: string;
                                    item_id: string;
                                    /** @description Minor units */
                                    quantity: number;
                                    /** @description Minor units */
                                    total: number;
                                    /** @description Minor units */
                                    unit_price: number;
                                }[];
                                /** Format: uuid */
                                slip_id: string;
                                slip_number: string;
                                /** @description Minor units */
                                subtotal: number;
                                /** @description Minor units */
                                tax: number;
                                /** @description Minor units */
                                total: number;
                            };
                            /** @enum {string} */
                            status: "POSTED" | "REVERSED" | "REVERSAL";
                            store_id: string | null;
                            tenders: {
                                amount: number;
                                method: string;
                                reference: string | null;
                            }[];
                            /** Format: uuid */
                            transaction_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TRANSACTION_NOT_FOUND: there is no such transaction */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiptPrint: {
        parameters: {
            query: {
                /** @description Millimetres of the till roll, or A4 */
                width: "58" | "80" | "A4";
            };
            header?: never;
            path: {
                /** @description Id of the transaction */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TRANSACTION_NOT_FOUND: there is no such transaction */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transactionReverse: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of an approval for this very request; an idempotency key has to stand beside it */
                approval?: string;
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Id of the transaction */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why it is taken back */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Recorded before: the first answer again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description What else was given with it, such as item_id */
                            details?: unknown;
                            entries: {
                                amount: number;
                                asset_code: string;
                                balance_after?: number;
                                balance_before?: number;
                                /** @enum {string} */
                                direction: "DEBIT" | "CREDIT";
                                /** @description Which of the owner’s accounts, such as wallet */
                                kind: string;
                                owner: string | null;
                                seq?: number;
                                type: string;
                            }[];
                            /** @description Its block in the journal */
                            height: number;
                            /** @description Its place in the block */
                            index: number;
                            metadata?: unknown;
                            /** Format: date-time */
                            occurred_at: string;
                            /** @description Such as walletTopup */
                            operation: string;
                            /** Format: date-time */
                            recorded_at: string;
                            reference_id: string | null;
                            reversed_by: string | null;
                            reverses: string | null;
                            /** Format: uuid */
                            transaction_id: string;
                            user_id: string | null;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description What else was given with it, such as item_id */
                            details?: unknown;
                            entries: {
                                amount: number;
                                asset_code: string;
                                balance_after?: number;
                                balance_before?: number;
                                /** @enum {string} */
                                direction: "DEBIT" | "CREDIT";
                                /** @description Which of the owner’s accounts, such as wallet */
                                kind: string;
                                owner: string | null;
                                seq?: number;
                                type: string;
                            }[];
                            /** @description Its block in the journal */
                            height: number;
                            /** @description Its place in the block */
                            index: number;
                            metadata?: unknown;
                            /** Format: date-time */
                            occurred_at: string;
                            /** @description Such as walletTopup */
                            operation: string;
                            /** Format: date-time */
                            recorded_at: string;
                            reference_id: string | null;
                            reversed_by: string | null;
                            reverses: string | null;
                            /** Format: uuid */
                            transaction_id: string;
                            user_id: string | null;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that. APPROVAL_REQUIRED: somebody else has to approve this. APPROVAL_INVALID: the approval is not for this request, or not any more */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TRANSACTION_NOT_FOUND: there is no such transaction */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request. ALREADY_REVERSED: this transaction was reversed before */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. NOT_REVERSIBLE: a reversal, a sale on credit and an operation that moved no money cannot be reversed. BALANCE_LIMIT: the balance would leave the range that an account can hold */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walletOwn: {
        parameters: {
            query?: {
                /** @description Code of the asset, such as USD */
                currency?: string;
                /** @description The customer's id */
                userId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Major units */
                            balance: number;
                            /** Format: date-time */
                            createdAt: string;
                            currency: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** @description A number where it is one */
                            userId: number | string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset. WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walletBalance: {
        parameters: {
            query?: {
                /** @description Code of the asset, such as USD */
                asset_code?: string;
            };
            header?: never;
            path: {
                /** @description The customer's id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            asset_code?: string;
                            balance?: number;
                            balances?: {
                                asset_code: string;
                                balance: number;
                            }[];
                            user_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset. WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walletTransactions: {
        parameters: {
            query: {
                /** @description Code of the asset, such as USD */
                asset_code?: string;
                /** @description `next_cursor` of the page before */
                cursor?: string;
                limit: number;
            };
            header?: never;
            path: {
                /** @description The customer's id */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            next_cursor: string | null;
                            transactions: {
                                amount: number;
                                asset_code: string;
                                balance_after: number;
                                balance_before: number;
                                /** Format: date-time */
                                created_at: string;
                                /** @enum {string} */
                                direction: "DEBIT" | "CREDIT";
                                metadata?: unknown;
                                /** Format: date-time */
                                occurred_at: string;
                                reference_id: string | null;
                                /** Format: uuid */
                                transaction_id: string;
                                /** @description What the entry is to the customer, such as DEPOSIT */
                                type: string;
                            }[];
                            user_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset. WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walletBonus: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of an approval for this very request; an idempotency key has to stand beside it */
                approval?: string;
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the asset
                     */
                    amount: number;
                    /** @description Code of the asset, such as USD */
                    asset_code: string;
                    /** @description Why the bonus is given */
                    bonus_type?: string;
                    /** @description Kept to the letter; at most 8 KiB */
                    metadata?: {
                        [key: string]: unknown;
                    };
                    /** @description Unique in the ledger for ever. Needed unless the Idempotency-Key header stands for it */
                    reference_id?: string;
                    /** @description The customer's id */
                    user_id: string;
                };
            };
        };
        responses: {
            /** @description Recorded before: the first answer again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            amount: number;
                            asset_code: string;
                            balance_after: number;
                            balance_before: number;
                            /** Format: date-time */
                            created_at: string;
                            reference_id: string;
                            /** Format: uuid */
                            transaction_id: string;
                            user_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            amount: number;
                            asset_code: string;
                            balance_after: number;
                            balance_before: number;
                            /** Format: date-time */
                            created_at: string;
                            reference_id: string;
                            /** Format: uuid */
                            transaction_id: string;
                            user_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that. APPROVAL_REQUIRED: somebody else has to approve this. APPROVAL_INVALID: the approval is not for this request, or not any more */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. BALANCE_LIMIT: the balance would leave the range that an account can hold */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walletSpend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the asset
                     */
                    amount: number;
                    /** @description Code of the asset, such as USD */
                    asset_code: string;
                    /** @description What the customer buys */
                    item_id?: string;
                    /** @description Kept to the letter; at most 8 KiB */
                    metadata?: {
                        [key: string]: unknown;
                    };
                    /** @description Unique in the ledger for ever. Needed unless the Idempotency-Key header stands for it */
                    reference_id?: string;
                    /** @description The customer's id */
                    user_id: string;
                };
            };
        };
        responses: {
            /** @description Recorded before: the first answer again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            amount: number;
                            asset_code: string;
                            balance_after: number;
                            balance_before: number;
                            /** Format: date-time */
                            created_at: string;
                            reference_id: string;
                            /** Format: uuid */
                            transaction_id: string;
                            user_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            amount: number;
                            asset_code: string;
                            balance_after: number;
                            balance_before: number;
                            /** Format: date-time */
                            created_at: string;
                            reference_id: string;
                            /** Format: uuid */
                            transaction_id: string;
                            user_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset. WALLET_NOT_FOUND: the customer has no wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. INSUFFICIENT_FUNDS: the wallet holds less than the amount */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walletTopup: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the asset
                     */
                    amount: number;
                    /** @description Code of the asset, such as USD */
                    asset_code: string;
                    /** @description Kept to the letter; at most 8 KiB */
                    metadata?: {
                        [key: string]: unknown;
                    };
                    /** @description How the customer paid: names the clearing account. `external` where it is not given */
                    payment_method?: string;
                    /** @description Unique in the ledger for ever. Needed unless the Idempotency-Key header stands for it */
                    reference_id?: string;
                    /** @description The customer's id */
                    user_id: string;
                };
            };
        };
        responses: {
            /** @description Recorded before: the first answer again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            amount: number;
                            asset_code: string;
                            balance_after: number;
                            balance_before: number;
                            /** Format: date-time */
                            created_at: string;
                            reference_id: string;
                            /** Format: uuid */
                            transaction_id: string;
                            user_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            amount: number;
                            asset_code: string;
                            balance_after: number;
                            balance_before: number;
                            /** Format: date-time */
                            created_at: string;
                            reference_id: string;
                            /** Format: uuid */
                            transaction_id: string;
                            user_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ASSET_NOT_FOUND: there is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. BALANCE_LIMIT: the balance would leave the range that an account can hold */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            webhooks: {
                                /** Format: date-time */
                                changed_at: string;
                                /** Format: date-time */
                                created_at: string;
                                /** @description What it is for */
                                description: string | null;
                                /** @description Only events of these types; null for all */
                                event_types: string[] | null;
                                /** @description Since when nothing has arrived; null where the last one did */
                                failing_since: string | null;
                                /** @description Until when the secret before this one signs too */
                                previous_secret_until: string | null;
                                /**
                                 * @description paused by staff, disabled because it only failed; its events are kept until it is active again
                                 * @enum {string}
                                 */
                                status: "active" | "paused" | "disabled";
                                url: string;
                                webhook_id: string;
                            }[];
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it is for */
                    description?: string | null;
                    /** @description Only events of these types; null for all */
                    event_types?: null | ("wallet.created" | "wallet.funds_added" | "wallet.gamification_reward" | "wallet.payment_processed" | "wallet.funds_withdrawn" | "wallet.transfer_processed" | "wallet.change_stored" | "wallet.slip_created" | "wallet.slip_payment_recorded" | "wallet.slip_wallet_applied" | "wallet.slip_voided" | "wallet.card_payment_recorded" | "wallet.transaction_reversed" | "wallet.customer_frozen" | "wallet.customer_unfrozen" | "wallet.customer_erased" | "wallet.balance_changed" | "wallet.transactionFinalized")[];
                    /** @description Where events are sent: a public https address */
                    url: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Verifies signatures (whsec_...). It is never shown again */
                            secret: string;
                            webhook: {
                                /** Format: date-time */
                                changed_at: string;
                                /** Format: date-time */
                                created_at: string;
                                /** @description What it is for */
                                description: string | null;
                                /** @description Only events of these types; null for all */
                                event_types: string[] | null;
                                /** @description Since when nothing has arrived; null where the last one did */
                                failing_since: string | null;
                                /** @description Until when the secret before this one signs too */
                                previous_secret_until: string | null;
                                /**
                                 * @description paused by staff, disabled because it only failed; its events are kept until it is active again
                                 * @enum {string}
                                 */
                                status: "active" | "paused" | "disabled";
                                url: string;
                                webhook_id: string;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_LIMIT: there are as many webhooks as there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. ADDRESS_REFUSED: this address is not one that may be called */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook */
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: date-time */
                            changed_at: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @description What it is for */
                            description: string | null;
                            /** @description Only events of these types; null for all */
                            event_types: string[] | null;
                            /** @description Since when nothing has arrived; null where the last one did */
                            failing_since: string | null;
                            /** @description Until when the secret before this one signs too */
                            previous_secret_until: string | null;
                            /**
                             * @description paused by staff, disabled because it only failed; its events are kept until it is active again
                             * @enum {string}
                             */
                            status: "active" | "paused" | "disabled";
                            url: string;
                            webhook_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: there is no such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook */
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: date-time */
                            changed_at: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @description What it is for */
                            description: string | null;
                            /** @description Only events of these types; null for all */
                            event_types: string[] | null;
                            /** @description Since when nothing has arrived; null where the last one did */
                            failing_since: string | null;
                            /** @description Until when the secret before this one signs too */
                            previous_secret_until: string | null;
                            /**
                             * @description paused by staff, disabled because it only failed; its events are kept until it is active again
                             * @enum {string}
                             */
                            status: "active" | "paused" | "disabled";
                            url: string;
                            webhook_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: there is no such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook */
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it is for */
                    description?: string | null;
                    /** @description Only events of these types; null for all */
                    event_types?: null | ("wallet.created" | "wallet.funds_added" | "wallet.gamification_reward" | "wallet.payment_processed" | "wallet.funds_withdrawn" | "wallet.transfer_processed" | "wallet.change_stored" | "wallet.slip_created" | "wallet.slip_payment_recorded" | "wallet.slip_wallet_applied" | "wallet.slip_voided" | "wallet.card_payment_recorded" | "wallet.transaction_reversed" | "wallet.customer_frozen" | "wallet.customer_unfrozen" | "wallet.customer_erased" | "wallet.balance_changed" | "wallet.transactionFinalized")[];
                    status?: "active" | "paused";
                    /** @description Where events are sent: a public https address */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: date-time */
                            changed_at: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @description What it is for */
                            description: string | null;
                            /** @description Only events of these types; null for all */
                            event_types: string[] | null;
                            /** @description Since when nothing has arrived; null where the last one did */
                            failing_since: string | null;
                            /** @description Until when the secret before this one signs too */
                            previous_secret_until: string | null;
                            /**
                             * @description paused by staff, disabled because it only failed; its events are kept until it is active again
                             * @enum {string}
                             */
                            status: "active" | "paused" | "disabled";
                            url: string;
                            webhook_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: there is no such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. ADDRESS_REFUSED: this address is not one that may be called */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookDeliveryList: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                after?: string;
                event_type?: "wallet.created" | "wallet.funds_added" | "wallet.gamification_reward" | "wallet.payment_processed" | "wallet.funds_withdrawn" | "wallet.transfer_processed" | "wallet.change_stored" | "wallet.slip_created" | "wallet.slip_payment_recorded" | "wallet.slip_wallet_applied" | "wallet.slip_voided" | "wallet.card_payment_recorded" | "wallet.transaction_reversed" | "wallet.customer_frozen" | "wallet.customer_unfrozen" | "wallet.customer_erased" | "wallet.balance_changed" | "wallet.transactionFinalized" | "webhook.test";
                limit: number;
                state?: "pending" | "delivered" | "dead";
            };
            header?: never;
            path: {
                /** @description Id of the webhook */
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            deliveries: {
                                attempts: number;
                                /** Format: date-time */
                                created_at: string;
                                delivery_id: string;
                                /** @description How long the answer took */
                                duration_ms: number | null;
                                /** @description Sent as webhook-id: the same however often it is sent */
                                event_id: string;
                                event_type: string;
                                /** @description When it was sent last */
                                last_attempt_at: string | null;
                                /** @description Why there was no answer, such as TIMEOUT */
                                last_error: string | null;
                                /** @description The status of the answer */
                                last_status: number | null;
                                /** @description Null where there will be none, or not until the webhook is active again */
                                next_attempt_at: string | null;
                                /** @description Where the event stands in the books: later ones have a later place. Null for a test */
                                place: string | null;
                                /** @description The first kilobyte of the answer */
                                response_excerpt: string | null;
                                /** @enum {string} */
                                state: "pending" | "delivered" | "dead";
                                webhook_id: string;
                            }[];
                            /** @description Where the next page begins; null on the last one */
                            next: string | null;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: there is no such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookDeliveryRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the delivery */
                delivery_id: string;
                /** @description Id of the webhook */
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            attempts: number;
                            /** Format: date-time */
                            created_at: string;
                            delivery_id: string;
                            /** @description How long the answer took */
                            duration_ms: number | null;
                            /** @description Sent as webhook-id: the same however often it is sent */
                            event_id: string;
                            event_type: string;
                            /** @description When it was sent last */
                            last_attempt_at: string | null;
                            /** @description Why there was no answer, such as TIMEOUT */
                            last_error: string | null;
                            /** @description The status of the answer */
                            last_status: number | null;
                            /** @description Null where there will be none, or not until the webhook is active again */
                            next_attempt_at: string | null;
                            /** @description The body that is sent */
                            payload: unknown;
                            /** @description Where the event stands in the books: later ones have a later place. Null for a test */
                            place: string | null;
                            /** @description The first kilobyte of the answer */
                            response_excerpt: string | null;
                            /** @enum {string} */
                            state: "pending" | "delivered" | "dead";
                            webhook_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_DELIVERY_NOT_FOUND: there is no such delivery */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookDeliveryRedeliver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the delivery */
                delivery_id: string;
                /** @description Id of the webhook */
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            attempts: number;
                            /** Format: date-time */
                            created_at: string;
                            delivery_id: string;
                            /** @description How long the answer took */
                            duration_ms: number | null;
                            /** @description Sent as webhook-id: the same however often it is sent */
                            event_id: string;
                            event_type: string;
                            /** @description When it was sent last */
                            last_attempt_at: string | null;
                            /** @description Why there was no answer, such as TIMEOUT */
                            last_error: string | null;
                            /** @description The status of the answer */
                            last_status: number | null;
                            /** @description Null where there will be none, or not until the webhook is active again */
                            next_attempt_at: string | null;
                            /** @description Where the event stands in the books: later ones have a later place. Null for a test */
                            place: string | null;
                            /** @description The first kilobyte of the answer */
                            response_excerpt: string | null;
                            /** @enum {string} */
                            state: "pending" | "delivered" | "dead";
                            webhook_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_DELIVERY_NOT_FOUND: there is no such delivery */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookDeliveryRedeliverDead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook */
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description How many there are */
                            deliveries: number;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: there is no such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookSecretRotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook */
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How long the secret before signs too; a day unless said otherwise */
                    grace_seconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Verifies signatures (whsec_...). It is never shown again */
                            secret: string;
                            webhook: {
                                /** Format: date-time */
                                changed_at: string;
                                /** Format: date-time */
                                created_at: string;
                                /** @description What it is for */
                                description: string | null;
                                /** @description Only events of these types; null for all */
                                event_types: string[] | null;
                                /** @description Since when nothing has arrived; null where the last one did */
                                failing_since: string | null;
                                /** @description Until when the secret before this one signs too */
                                previous_secret_until: string | null;
                                /**
                                 * @description paused by staff, disabled because it only failed; its events are kept until it is active again
                                 * @enum {string}
                                 */
                                status: "active" | "paused" | "disabled";
                                url: string;
                                webhook_id: string;
                            };
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: there is no such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook */
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            attempts: number;
                            /** Format: date-time */
                            created_at: string;
                            delivery_id: string;
                            /** @description How long the answer took */
                            duration_ms: number | null;
                            /** @description Sent as webhook-id: the same however often it is sent */
                            event_id: string;
                            event_type: string;
                            /** @description When it was sent last */
                            last_attempt_at: string | null;
                            /** @description Why there was no answer, such as TIMEOUT */
                            last_error: string | null;
                            /** @description The status of the answer */
                            last_status: number | null;
                            /** @description Null where there will be none, or not until the webhook is active again */
                            next_attempt_at: string | null;
                            /** @description Where the event stands in the books: later ones have a later place. Null for a test */
                            place: string | null;
                            /** @description The first kilobyte of the answer */
                            response_excerpt: string | null;
                            /** @enum {string} */
                            state: "pending" | "delivered" | "dead";
                            webhook_id: string;
                        };
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WEBHOOK_NOT_FOUND: there is no such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    slipApplyWallet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Code of the asset, such as USD */
                    currency: string;
                    /** @description The customer's id */
                    customer_id: string;
                    /**
                     * Format: date-time
                     * @description When it happened; now where it is not given
                     */
                    occurred_at?: string;
                    /** @description The credit slip's id */
                    slip_id: string;
                };
            };
        };
        responses: {
            /** @description Recorded, or recorded before: then with the header Idempotent-Replayed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied_cents: number;
                        message: string;
                        remaining_slip_balance: number;
                        /** @enum {number} */
                        respCode: 200;
                        /** @enum {string} */
                        slip_status: "OPEN" | "PARTIALLY_PAID" | "CLOSED" | "VOID";
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong. INVALID_SLIP_STATUS: the credit slip is closed or void. INSUFFICIENT_WALLET_BALANCE: the wallet holds nothing to pay with */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHORIZED_ACCESS: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account. CREDIT_SLIP_NOT_FOUND: the customer has no such credit slip */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. ACCOUNT_FROZEN: the account is frozen and takes no debits */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description INTERNAL_SERVER_ERROR: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
        };
    };
    auditTrail: {
        parameters: {
            query: {
                /** @description The customer's id */
                customer_id?: string;
                /** @description A time with an offset, or a day in UTC */
                end_date?: string;
                operation_type?: "ASSET_CREATED" | "BONUS_GIVEN" | "CARD_PAYMENT_RECORDED" | "CHANGE_STORED" | "CREDIT_LIMIT_SET" | "CREDIT_SLIP_CREATED" | "CREDIT_SLIP_VOIDED" | "CUSTOMER_ERASED" | "CUSTOMER_FROZEN" | "CUSTOMER_UNFROZEN" | "PAYMENT_PROCESSED" | "TRANSACTION_FAILED" | "TRANSACTION_REVERSED" | "WALLET_APPLIED" | "WALLET_CREATED" | "WALLET_SPENT" | "WALLET_TOPPED_UP" | "WALLET_TRANSFERRED" | "WALLET_WITHDRAWN";
                page: number;
                per_page: number;
                /** @description A time with an offset, or a day in UTC */
                start_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            /** @description What it moved, in minor units */
                            amount_cents: number | null;
                            /** Format: uuid */
                            audit_id: string;
                            currency: string | null;
                            customer_id: string | null;
                            /** @description What was done, operation by operation */
                            operation_data: unknown;
                            operation_type: string;
                            request_info: {
                                endpoint: string;
                                method: string;
                                remote_addr: string;
                                user_agent: string;
                            };
                            /** Format: date-time */
                            timestamp: string;
                            user_id: string;
                            user_role: string;
                        }[];
                        message: string;
                        pagination: {
                            current_page: number;
                            has_next: boolean;
                            has_prev: boolean;
                            per_page: number;
                            total_entries: number;
                            total_pages: number;
                        };
                        /** @enum {number} */
                        respCode: 200;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHORIZED_ACCESS: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description INTERNAL_SERVER_ERROR: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
        };
    };
    customerBalance: {
        parameters: {
            query?: {
                /** @description Code of the asset, such as USD */
                currency?: string;
            };
            header?: never;
            path: {
                /** @description The customer's id */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        balance: {
                            /** @enum {string} */
                            account_status?: "ACTIVE" | "FROZEN";
                            /** @description Credits less debits, over all that is held and owed */
                            balance_cents?: number;
                            /** @description The most that may be owed; null for no limit */
                            credit_limit_cents?: number | null;
                            currencies?: {
                                /** @enum {string} */
                                account_status: "ACTIVE" | "FROZEN";
                                /** @description Credits less debits, over all that is held and owed */
                                balance_cents: number;
                                /** @description The most that may be owed; null for no limit */
                                credit_limit_cents: number | null;
                                currency: string;
                                open_slips_count: number;
                                /** @description What the open slips still need */
                                open_slips_total: number;
                                /** @description The balance, where it is below zero */
                                outstanding_cents: number;
                                /** @description What the wallet holds to pay with */
                                wallet_available_cents: number;
                                /** @description The balance, where it is above zero */
                                wallet_cents: number;
                            }[];
                            currency?: string;
                            customer_id: string;
                            open_slips_count?: number;
                            /** @description What the open slips still need */
                            open_slips_total?: number;
                            /** @description The balance, where it is below zero */
                            outstanding_cents?: number;
                            /** @description What the wallet holds to pay with */
                            wallet_available_cents?: number;
                            /** @description The balance, where it is above zero */
                            wallet_cents?: number;
                        };
                        message: string;
                        /** @enum {number} */
                        respCode: 200;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHORIZED_ACCESS: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description INTERNAL_SERVER_ERROR: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
        };
    };
    slipCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of an approval for this very request; an idempotency key has to stand beside it */
                approval?: string;
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Code of the asset, such as USD */
                    currency: string;
                    /** @description The customer's id */
                    customer_id: string;
                    /** Format: int64 */
                    discount_cents?: number;
                    lines: {
                        /** @description Its name */
                        description: string;
                        /** @description What was taken */
                        item_id: string;
                        quantity: number;
                        /** Format: int64 */
                        unit_price_cents: number;
                    }[];
                    /**
                     * Format: date-time
                     * @description When it happened; now where it is not given
                     */
                    occurred_at?: string;
                    /** @description The store's id */
                    store_id: string;
                    /** Format: int64 */
                    tax_cents?: number;
                };
            };
        };
        responses: {
            /** @description Recorded, or recorded before: then with the header Idempotent-Replayed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grand_total_cents: number;
                        message: string;
                        /** @enum {number} */
                        respCode: 201;
                        /** Format: uuid */
                        slip_id: string;
                        slip_number: string;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHORIZED_ACCESS: this role may not do that. APPROVAL_REQUIRED: somebody else has to approve this. APPROVAL_INVALID: the approval is not for this request, or not any more */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. ACCOUNT_FROZEN: the account is frozen and takes no debits. CREDIT_LIMIT_EXCEEDED: the customer would owe more than their credit limit. BALANCE_LIMIT: the balance would leave the range that an account can hold */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description INTERNAL_SERVER_ERROR: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
        };
    };
    slipRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The credit slip's id */
                slip_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        /** @enum {number} */
                        respCode: 200;
                        slip: {
                            /** Format: uuid */
                            _id: string;
                            /** Format: date-time */
                            created_at: string;
                            currency: string;
                            customer_id: string;
                            lines: {
                                description: string;
                                item_id: string;
                                line_total_cents: number;
                                paid_cents: number;
                                quantity: number;
                                remaining_cents: number;
                                unit_price_cents: number;
                            }[];
                            /** Format: date-time */
                            occurred_at: string;
                            slip_number: string;
                            /** @enum {string} */
                            status: "OPEN" | "PARTIALLY_PAID" | "CLOSED" | "VOID";
                            store_id: string;
                            totals: {
                                discount_cents: number;
                                grand_total_cents: number;
                                paid_cents: number;
                                remaining_cents: number;
                                subtotal_cents: number;
                                tax_cents: number;
                            };
                            /** Format: date-time */
                            updated_at: string;
                        };
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHORIZED_ACCESS: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CREDIT_SLIP_NOT_FOUND: the customer has no such credit slip */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description INTERNAL_SERVER_ERROR: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
        };
    };
    slipVoid: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of an approval for this very request; an idempotency key has to stand beside it */
                approval?: string;
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The credit slip's id */
                slip_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why it is taken back */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Recorded, or recorded before: then with the header Idempotent-Replayed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        /** @enum {number} */
                        respCode: 200;
                        /** Format: uuid */
                        slip_id: string;
                        slip_number: string;
                        /** @enum {string} */
                        slip_status: "OPEN" | "PARTIALLY_PAID" | "CLOSED" | "VOID";
                        wallet_added: number;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong. INVALID_SLIP_STATUS: the credit slip is closed or void */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHORIZED_ACCESS: this role may not do that. APPROVAL_REQUIRED: somebody else has to approve this. APPROVAL_INVALID: the approval is not for this request, or not any more */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CREDIT_SLIP_NOT_FOUND: the customer has no such credit slip */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. BALANCE_LIMIT: the balance would leave the range that an account can hold */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description INTERNAL_SERVER_ERROR: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
        };
    };
    customerHistory: {
        parameters: {
            query: {
                /** @description Code of the asset, such as USD */
                currency: string;
                page: number;
                per_page: number;
            };
            header?: never;
            path: {
                /** @description The customer's id */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        customer_id: string;
                        entries: {
                            /**
                             * @description What is held, or what is owed
                             * @enum {string}
                             */
                            account: "wallet" | "receivable";
                            amount_cents: number;
                            /** @description What that account held behind the entry; below zero where it is owed */
                            balance_after_cents: number;
                            /** Format: date-time */
                            created_at: string;
                            description: string;
                            /** @enum {string} */
                            direction: "DEBIT" | "CREDIT";
                            entry_id: string;
                            /** @enum {string} */
                            entry_type: "DEPOSIT" | "BONUS" | "SPEND" | "PAYMENT" | "WITHDRAWAL" | "TRANSFER_OUT" | "TRANSFER_IN" | "SALE_ON_CREDIT" | "CHANGE_TO_BALANCE" | "BALANCE_CONSUMPTION" | "SALE_VOIDED" | "REVERSAL" | "POINTS";
                            /** Format: date-time */
                            occurred_at: string;
                            source: {
                                payment_id?: string;
                                slip_id?: string;
                                slip_number?: string;
                                store_id?: string;
                                /** Format: uuid */
                                transaction_id: string;
                                /** @enum {string} */
                                type: "slip" | "payment" | "change" | "transaction";
                            };
                        }[];
                        message: string;
                        pagination: {
                            current_page: number;
                            has_next: boolean;
                            has_prev: boolean;
                            per_page: number;
                            total_entries: number;
                            total_pages: number;
                        };
                        /** @enum {number} */
                        respCode: 200;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHORIZED_ACCESS: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description INTERNAL_SERVER_ERROR: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
        };
    };
    paymentProcess: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description They add up to the amount. Without any: the oldest open slip first, the rest to the wallet */
                    allocations?: {
                        /**
                         * Format: int64
                         * @description Minor units of the asset
                         */
                        applied_cents: number;
                        /** @description The credit slip's id */
                        slip_id?: string;
                        /** @enum {string} */
                        type: "slip" | "wallet";
                    }[];
                    /**
                     * Format: int64
                     * @description Minor units of the asset
                     */
                    amount_cents?: number;
                    /** @description Code of the asset, such as USD */
                    currency: string;
                    /** @description The customer's id */
                    customer_id: string;
                    /**
                     * @description How it was paid
                     * @enum {string}
                     */
                    method?: "CASH" | "CARD" | "MOBILE" | "BANK_TRANSFER";
                    /**
                     * Format: date-time
                     * @description When it happened; now where it is not given
                     */
                    occurred_at?: string;
                    /** @description The store's id */
                    store_id: string;
                    /** @description Instead of method and amount_cents */
                    tenders?: {
                        /**
                         * Format: int64
                         * @description Minor units of the asset
                         */
                        amount_cents: number;
                        /**
                         * @description How it was paid
                         * @enum {string}
                         */
                        method: "CASH" | "CARD" | "MOBILE" | "BANK_TRANSFER";
                        /** @description The terminal's or operator's own number for it */
                        reference?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Recorded, or recorded before: then with the header Idempotent-Replayed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied_total: number;
                        message: string;
                        /** Format: uuid */
                        payment_id: string;
                        /** @enum {number} */
                        respCode: 200;
                        slip_results: {
                            allocated_amount: number;
                            /** @enum {string} */
                            new_status: "OPEN" | "PARTIALLY_PAID" | "CLOSED" | "VOID";
                            remaining_total: number;
                            slip_id: string;
                            /** @enum {boolean} */
                            success: true;
                        }[];
                        wallet_topup: number;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong. INVALID_SLIP_STATUS: the credit slip is closed or void. PAYMENT_ALLOCATION_ERROR: the allocations are not the amount of the payment, or more than a slip needs */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHORIZED_ACCESS: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account. CREDIT_SLIP_NOT_FOUND: the customer has no such credit slip */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. BALANCE_LIMIT: the balance would leave the range that an account can hold */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description INTERNAL_SERVER_ERROR: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
        };
    };
    slipList: {
        parameters: {
            query?: {
                /** @description Code of the asset, such as USD */
                currency?: string;
            };
            header?: never;
            path: {
                /** @description The customer's id */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null for all currencies */
                        currency: string | null;
                        customer_id: string;
                        message: string;
                        /** @enum {number} */
                        respCode: 200;
                        slips: {
                            /** Format: uuid */
                            _id: string;
                            /** Format: date-time */
                            created_at: string;
                            currency: string;
                            customer_id: string;
                            lines: {
                                description: string;
                                item_id: string;
                                line_total_cents: number;
                                paid_cents: number;
                                quantity: number;
                                remaining_cents: number;
                                unit_price_cents: number;
                            }[];
                            /** Format: date-time */
                            occurred_at: string;
                            slip_number: string;
                            /** @enum {string} */
                            status: "OPEN" | "PARTIALLY_PAID" | "CLOSED" | "VOID";
                            store_id: string;
                            totals: {
                                discount_cents: number;
                                grand_total_cents: number;
                                paid_cents: number;
                                remaining_cents: number;
                                subtotal_cents: number;
                                tax_cents: number;
                            };
                            /** Format: date-time */
                            updated_at: string;
                        }[];
                        slips_count: number;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHORIZED_ACCESS: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description INTERNAL_SERVER_ERROR: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
        };
    };
    changeStore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request get the first answer again; another request under the same key is refused */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the asset
                     */
                    change_cents: number;
                    /** @description Code of the asset, such as USD */
                    currency: string;
                    /** @description The customer's id */
                    customer_id: string;
                    /**
                     * Format: date-time
                     * @description When it happened; now where it is not given
                     */
                    occurred_at?: string;
                    /** @description The store's id */
                    store_id: string;
                };
            };
        };
        responses: {
            /** @description Recorded, or recorded before: then with the header Idempotent-Replayed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        /** @enum {number} */
                        respCode: 200;
                        wallet_added: number;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHORIZED_ACCESS: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description DUPLICATE_IDEMPOTENCY_KEY: this key was used before for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description PAYLOAD_TOO_LARGE: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE: the body must be plain application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CARD_DATA_REFUSED: card numbers must not be sent here. BALANCE_LIMIT: the balance would leave the range that an account can hold */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description INTERNAL_SERVER_ERROR: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again. LEDGER_CLOSED: the books do not add up: nothing is recorded until they do */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
        };
    };
    customerSearch: {
        parameters: {
            query: {
                /** @description Customer code */
                code?: string;
                /** @description E-mail address */
                email?: string;
                /** @description The customer's id, ours or Loyverse's */
                id?: string;
                limit: number;
                /** @description Name or nickname */
                name?: string;
                page: number;
                /** @description Telephone number in any format, or at least three digits of it */
                phone?: string;
                /** @description Any part of a name, e-mail, code or telephone number; or an id */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer?: {
                            /** @description The customer's id, as the wallet knows it */
                            _id: string;
                            address: string | null;
                            city: string | null;
                            country_code: string | null;
                            /** Format: date-time */
                            created_at: string;
                            customer_code: string | null;
                            date_of_birth: string | null;
                            deleted_at: string | null;
                            email: string | null;
                            first_visit: string | null;
                            id: string | null;
                            last_visit: string | null;
                            loyverse_id: string | null;
                            name: string | null;
                            nickname: string | null;
                            note: string | null;
                            permanent_deletion_at: string | null;
                            phone_number: string | null;
                            postal_code: string | null;
                            region: string | null;
                            /** @description The till's own points */
                            total_points: number;
                            /** @description Major units of the currency of the catalogue */
                            total_spent: number;
                            total_visits: number;
                            updated_at: {
                                /** Format: date-time */
                                $date: string;
                            };
                        };
                        customers?: {
                            /** @description The customer's id, as the wallet knows it */
                            _id: string;
                            address: string | null;
                            city: string | null;
                            country_code: string | null;
                            /** Format: date-time */
                            created_at: string;
                            customer_code: string | null;
                            date_of_birth: string | null;
                            deleted_at: string | null;
                            email: string | null;
                            first_visit: string | null;
                            id: string | null;
                            last_visit: string | null;
                            loyverse_id: string | null;
                            name: string | null;
                            nickname: string | null;
                            note: string | null;
                            permanent_deletion_at: string | null;
                            phone_number: string | null;
                            postal_code: string | null;
                            region: string | null;
                            /** @description The till's own points */
                            total_points: number;
                            /** @description Major units of the currency of the catalogue */
                            total_spent: number;
                            total_visits: number;
                            updated_at: {
                                /** Format: date-time */
                                $date: string;
                            };
                        }[];
                        message: string;
                        pagination?: {
                            current_page: number;
                            has_next: boolean;
                            has_prev: boolean;
                            per_page: number;
                        };
                        /** @enum {number} */
                        respCode: 200;
                    };
                };
            };
            /** @description VALIDATION_ERROR: a field of the request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHENTICATED: a valid bearer token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAUTHORIZED_ACCESS: this role may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description CUSTOMER_ACCOUNT_NOT_FOUND: the customer has no account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description RATE_LIMITED: there were too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description INTERNAL_SERVER_ERROR: the service failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
            /** @description UNAVAILABLE: the service cannot answer now: the same request can be sent again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description And what was wrong; amounts in minor units, as text */
                        details: {
                            /** @description The same in every language */
                            code: string;
                            errors?: {
                                field: string;
                                message: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description What is wrong with this very request */
                        message: string;
                        respCode: number;
                    };
                };
            };
        };
    };
}
